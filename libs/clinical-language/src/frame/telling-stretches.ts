import { gather } from '../normalise/lists-by-key';
import { type EvidenceIndex, WORD_OF_ANOTHER } from './evidence-index';
import { type Above, ToldColumns } from './told-columns';

/** Something that a sentence says, and where: tokens, end exclusive. */
export interface Saying {
  readonly features: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A stretch of a sentence that speaks of a finding and of no other. */
export interface TellingStretch {
  readonly findingId: string;
  /** What in it tells of the finding, by place among what is said; the first and the last are its ends. */
  readonly places: readonly number[];
  /** How much more likely it is to be said of the finding than of anything, as a logarithm. */
  readonly nats: number;
}

/** What is asked of a stretch. */
export interface Asked {
  /** Whether what is said at a place may be a reason to read a stretch of it. */
  isReason(place: number): boolean;
  /** So much it must tell of the finding then, in nats. */
  readonly leastReason: number;
  /** Whether something new is spoken of from a place on. */
  beginsAnew(place: number): boolean;
  /** Whether two findings can be meant by the same words. */
  isRelated(one: string, other: string): boolean;
}

/** A stretch is so much more likely to be said of the finding than of anything, in nats: one in 8,000. */
const ENOUGH = 9;
/** And so much more than of any other finding. */
const MARGIN = 2;
/** Sums of nats that differ by less are the same but for their rounding. */
const TIE = 1e-9;
/** So many tokens may stand between two things that tell of one finding. */
const FAR = 14;
/** One thing by itself is told by its wordings or not at all. */
const LEAST_PLACES = 2;

/** So many things behind a stretch may turn it round: "HIV test and antibody levels were normal". */
const BEHIND = 2;
/** What says of a result or a function that it is as it should be, or that nothing was found. */
const AS_IT_SHOULD_BE: ReadonlySet<string> = new Set([
  'qualities:normal',
  'qualities:negative',
  'results:normal-result',
  'results:negative-result',
]);

/** The best stretch of each finding so far, and the one that goes on. */
interface Stretches {
  readonly run: Float64Array;
  readonly start: Int32Array;
  readonly last: Int32Array;
  readonly best: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const NOWHERE = -1;

/** Finds in sentences what speaks of findings, by what their words tell. */
export class StretchFinder {
  private readonly told: ToldColumns;
  // Set while a sentence is looked at, and cleared after it.
  private readonly sum: Float64Array;
  private readonly isWanted: Uint8Array;
  private readonly stretches: Stretches;

  constructor(
    private readonly index: EvidenceIndex,
    above: Above,
  ) {
    const { size } = index;
    this.told = new ToldColumns(index, above);
    this.sum = new Float64Array(size);
    this.isWanted = new Uint8Array(size);
    this.stretches = {
      run: new Float64Array(size),
      start: new Int32Array(size),
      last: new Int32Array(size).fill(NOWHERE),
      best: new Float64Array(size),
      from: new Int32Array(size),
      to: new Int32Array(size),
    };
  }

  /** The stretches that speak of one finding enough, and of no unrelated one nearly as much; the most telling first. */
  in(said: readonly Saying[], asked: Asked): TellingStretch[] {
    this.told.clear();
    for (const { features } of said) this.told.add(features);
    const wanted = this.wantedOf(said, asked);
    const found = wanted.length === 0 ? [] : this.follow(said, asked);
    for (const finding of wanted) this.isWanted[finding] = 0;
    // of a word that is said over and over hundreds of findings have one stretch
    const known = new Map<number, readonly Spoken[]>();
    const spokenIn = ({ from: first, to: last }: Found): readonly Spoken[] => {
      const key = first * said.length + last;
      const spoken = known.get(key) ?? this.spokenOf(first, last);
      known.set(key, spoken);
      return spoken;
    };
    return gather(found, (one) => {
      if (this.isSharedAmong(one, found, asked)) return [];
      const places = this.placesOf(one, asked);
      const isTold =
        places.length >= LEAST_PLACES &&
        this.saysWhatIsNeeded(one.finding, places, said) &&
        !this.isTurnedRound(one, said) &&
        !this.isSharedBy(one, spokenIn(one), asked);
      return isTold ? [{ findingId: this.index.findingAt(one.finding), places, nats: one.nats }] : [];
    });
  }

  /** The findings of which something tells that is reason enough to read them. */
  private wantedOf(said: readonly Saying[], { isReason, leastReason }: Asked): number[] {
    const { told, isWanted } = this;
    const wanted: number[] = [];
    for (let place = 0; place < said.length; place += 1) {
      if (!isReason(place)) continue;
      for (let row = told.begin(place); row < told.begin(place + 1); row += 1) {
        const finding = told.finding[row] ?? 0;
        if ((told.nats[row] ?? 0) < leastReason || isWanted[finding] === 1) continue;
        isWanted[finding] = 1;
        wanted.push(finding);
      }
    }
    return wanted;
  }

  /**
   * The stretch of the largest sum for each wanted finding, in one pass (J. Bentley, Programming pearls: algorithm design techniques,
   * Communications of the ACM 27, 1984).
   *
   * @returns those that tell enough, the most telling first
   */
  private follow(said: readonly Saying[], { beginsAnew }: Asked): Found[] {
    const { told, isWanted } = this;
    const { run, start, last, best, from, to } = this.stretches;
    const touched: number[] = [];
    let anew = 0;
    for (let place = 0; place < said.length; place += 1) {
      if (beginsAnew(place)) anew = place;
      const begin = said[place]?.from ?? 0;
      for (let row = told.begin(place); row < told.begin(place + 1); row += 1) {
        const finding = told.finding[row] ?? 0;
        if (isWanted[finding] === 0) continue;
        const before = last[finding] ?? NOWHERE;
        if (before === NOWHERE) touched.push(finding);
        const between = WORD_OF_ANOTHER * (place - before - 1);
        let sum = before === NOWHERE ? 0 : (run[finding] ?? 0) + between;
        if (sum <= 0 || before < anew || begin - (said[before]?.to ?? 0) > FAR) {
          sum = 0;
          start[finding] = place;
        }
        sum += told.nats[row] ?? 0;
        run[finding] = sum;
        last[finding] = place;
        if (sum <= (best[finding] ?? 0)) continue;
        best[finding] = sum;
        from[finding] = start[finding] ?? 0;
        to[finding] = place;
      }
    }
    const found: Found[] = [];
    for (const finding of touched) {
      const nats = best[finding] ?? 0;
      if (nats >= ENOUGH) found.push({ finding, nats, from: from[finding] ?? 0, to: to[finding] ?? 0 });
      best[finding] = 0;
      last[finding] = NOWHERE;
    }
    return found.sort((a, b) => b.nats - a.nats);
  }

  /** What in a stretch tells of its finding; nothing where none of it is a reason to read it. */
  private placesOf({ finding, from, to }: Found, { isReason, leastReason }: Asked): number[] {
    const { told } = this;
    const places: number[] = [];
    let hasReason = false;
    for (let place = from; place <= to; place += 1) {
      const row = told.finding.subarray(0, told.begin(place + 1)).indexOf(finding, told.begin(place));
      if (row < 0) continue;
      places.push(place);
      hasReason ||= isReason(place) && (told.nats[row] ?? 0) >= leastReason;
    }
    return hasReason ? places : [];
  }

  private saysWhatIsNeeded(finding: number, places: readonly number[], said: readonly Saying[]): boolean {
    const needed = this.index.neededBy(finding);
    return (
      needed.length === 0 ||
      places.some((place) => said[place]?.features.some((feature) => needed.includes(feature)) === true)
    );
  }

  /** Whether in the stretch or right behind it something is called normal that no phrase of the finding calls so. */
  private isTurnedRound({ finding, from, to }: Found, said: readonly Saying[]): boolean {
    for (let place = from; place <= to + BEHIND; place += 1)
      for (const feature of said[place]?.features ?? [])
        if (AS_IT_SHOULD_BE.has(feature) && !this.index.tells(feature, finding)) return true;
    return false;
  }

  /** What all that is said from one place to another tells of the findings that can be a rival there, the most first. */
  private spokenOf(from: number, to: number): readonly Spoken[] {
    const { sum, told } = this;
    const [first, end] = [told.begin(from), told.begin(to + 1)];
    for (let row = first; row < end; row += 1) {
      const finding = told.finding[row] ?? 0;
      sum[finding] = (sum[finding] ?? 0) + (told.nats[row] ?? 0) - WORD_OF_ANOTHER;
    }
    const least = leastOfRival(ENOUGH, from, to);
    const spoken: Spoken[] = [];
    for (let row = first; row < end; row += 1) {
      const finding = told.finding[row] ?? 0;
      const nats = sum[finding] ?? 0;
      sum[finding] = 0;
      if (nats > least) spoken.push({ finding, sum: nats });
    }
    return spoken.sort((a, b) => b.sum - a.sum);
  }

  /** Whether a stretch within this one makes its finding a rival: quicker told than {@link isSharedBy}, but not of all rivals. */
  private isSharedAmong(one: Found, found: readonly Found[], { isRelated }: Asked): boolean {
    const { index } = this;
    const own = index.findingAt(one.finding);
    // a tie is left to the sums
    const least = one.nats - MARGIN + TIE;
    for (const other of found) {
      if (other.nats < least) return false;
      if (other.finding === one.finding || other.from < one.from || other.to > one.to) continue;
      const wordsBeside = one.to - one.from - (other.to - other.from);
      const isRival = other.nats + WORD_OF_ANOTHER * wordsBeside >= least;
      if (isRival && !isRelated(own, index.findingAt(other.finding))) return true;
    }
    return false;
  }

  /** Whether the same stretch speaks of an unrelated finding nearly as much. */
  private isSharedBy(
    { finding, nats, from, to }: Found,
    spoken: readonly Spoken[],
    { isRelated }: Asked,
  ): boolean {
    const { index } = this;
    const least = leastOfRival(nats, from, to);
    const own = index.findingAt(finding);
    for (const other of spoken) {
      if (other.sum <= least) return false;
      if (other.finding !== finding && !isRelated(own, index.findingAt(other.finding))) return true;
    }
    return false;
  }
}

/** What a stretch must tell of another finding to be as good as shared by it; both without the price of the words. */
const leastOfRival = (nats: number, from: number, to: number): number =>
  nats - MARGIN - WORD_OF_ANOTHER * (to - from + 1);

/** A finding, and how much a stretch tells of it. */
interface Spoken {
  readonly finding: number;
  readonly sum: number;
}

interface Found {
  readonly finding: number;
  readonly nats: number;
  readonly from: number;
  readonly to: number;
}
