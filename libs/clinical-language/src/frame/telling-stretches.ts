import { gather } from '../normalise/lists-by-key';
import { type EvidenceIndex, PARTS_OF_NAT, partsTold, toldOf, WORD_OF_ANOTHER } from './evidence-index';

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
  /** Whether what tells of the finding at some place is enough reason to read the stretch. */
  isReason(place: number, nats: number): boolean;
  /** Whether something new is spoken of from a place on. */
  beginsAnew(place: number): boolean;
  /** Whether two findings can be meant by the same words. */
  isRelated(one: string, other: string): boolean;
}

/** A concept and what it is a kind of, with the number of steps to it. */
type Above = (concept: string) => Iterable<readonly [concept: string, steps: number]>;

/** A stretch is so much more likely to be said of the finding than of anything, in nats: one in 8,000. */
const ENOUGH = 9;
/** And so much more than of any other finding. */
const MARGIN = 2;
/** Each step to what a word is a kind of tells so much less: "leg" said by "thigh". */
const STEP_UP = 0.8;
/** So many tokens may stand between two things that tell of one finding. */
const FAR = 14;
/** One thing by itself is told by its wordings or not at all. */
const LEAST_PLACES = 2;

/** So many things behind a stretch may turn it round: "HIV test and antibody levels were normal". */
const BEHIND = 2;
/** What says of a result or a function that it is as it should be, or that nothing was found. */
const AS_IT_SHOULD_BE = /^(?:qualities:(?:normal|negative)|results:(?:normal|negative)-result)$/;

/** What one thing that is said tells: findings and, in the same order, nats. */
interface Told {
  readonly findings: readonly number[];
  readonly nats: readonly number[];
}

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
  // Set while a sentence is looked at, and cleared after it.
  private readonly ofFeature: Float64Array;
  private readonly sum: Float64Array;
  private readonly stretches: Stretches;

  constructor(
    private readonly index: EvidenceIndex,
    private readonly above: Above,
  ) {
    const { size } = index;
    this.ofFeature = new Float64Array(size);
    this.sum = new Float64Array(size);
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
    const told = said.map(({ features }) => this.toldBy(features));
    const touched = this.follow(said, told, asked);
    const { best, from, to, last } = this.stretches;
    const found = touched
      .filter((finding) => (best[finding] ?? 0) >= ENOUGH)
      .sort((a, b) => (best[b] ?? 0) - (best[a] ?? 0))
      .map((finding) => ({
        finding,
        nats: best[finding] ?? 0,
        from: from[finding] ?? 0,
        to: to[finding] ?? 0,
      }));
    for (const finding of touched) {
      best[finding] = 0;
      last[finding] = NOWHERE;
    }
    // of a word that is said over and over hundreds of findings have one stretch
    const known = new Map<number, readonly Spoken[]>();
    const spokenIn = ({ from: first, to: last }: Found): readonly Spoken[] => {
      const key = first * said.length + last;
      const spoken = known.get(key) ?? this.spokenOf(first, last, told);
      known.set(key, spoken);
      return spoken;
    };
    return gather(found, (one) => {
      const places = placesOf(one, told, asked);
      const isTold =
        places.length >= LEAST_PLACES &&
        this.saysWhatIsNeeded(one.finding, places, said) &&
        !this.isTurnedRound(one, said) &&
        !this.isSharedBy(one, spokenIn(one), asked);
      return isTold ? [{ findingId: this.index.findingAt(one.finding), places, nats: one.nats }] : [];
    });
  }

  /** What something that is said tells of each finding. */
  private toldBy(features: readonly string[]): Told {
    const { ofFeature, sum } = this;
    const findings: number[] = [];
    for (const feature of features) {
      const touched: number[] = [];
      for (const [concept, steps] of this.above(feature)) {
        const part = STEP_UP ** steps / PARTS_OF_NAT;
        for (const told of this.index.of(concept)) {
          const finding = toldOf(told);
          const nats = partsTold(told) * part;
          const known = ofFeature[finding] ?? 0;
          if (known === 0) touched.push(finding);
          if (nats > known) ofFeature[finding] = nats;
        }
      }
      for (const finding of touched) {
        if (sum[finding] === 0) findings.push(finding);
        sum[finding] = (sum[finding] ?? 0) + (ofFeature[finding] ?? 0);
        ofFeature[finding] = 0;
      }
    }
    const nats = findings.map((finding) => sum[finding] ?? 0);
    for (const finding of findings) sum[finding] = 0;
    return { findings, nats };
  }

  /**
   * The stretch of the largest sum for each finding, in one pass (J. Bentley, Programming pearls: algorithm design techniques,
   * Communications of the ACM 27, 1984).
   *
   * @returns the findings of which anything tells
   */
  private follow(said: readonly Saying[], told: readonly Told[], { beginsAnew }: Asked): number[] {
    const { run, start, last, best, from, to } = this.stretches;
    const touched: number[] = [];
    let anew = 0;
    told.forEach(({ findings, nats }, place) => {
      if (beginsAnew(place)) anew = place;
      const begin = said[place]?.from ?? 0;
      findings.forEach((finding, at) => {
        const before = last[finding] ?? NOWHERE;
        if (before === NOWHERE) touched.push(finding);
        const between = WORD_OF_ANOTHER * (place - before - 1);
        let sum = before === NOWHERE ? 0 : (run[finding] ?? 0) + between;
        if (sum <= 0 || before < anew || begin - (said[before]?.to ?? 0) > FAR) {
          sum = 0;
          start[finding] = place;
        }
        sum += nats[at] ?? 0;
        run[finding] = sum;
        last[finding] = place;
        if (sum <= (best[finding] ?? 0)) return;
        best[finding] = sum;
        from[finding] = start[finding] ?? 0;
        to[finding] = place;
      });
    });
    return touched;
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
        if (AS_IT_SHOULD_BE.test(feature) && !this.index.of(feature).some((told) => toldOf(told) === finding))
          return true;
    return false;
  }

  /** What all that is said from one place to another tells of the findings that can be a rival there, the most first. */
  private spokenOf(from: number, to: number, told: readonly Told[]): readonly Spoken[] {
    const { sum } = this;
    const touched: number[] = [];
    for (let place = from; place <= to; place += 1) {
      const { findings = [], nats = [] } = told[place] ?? {};
      for (let at = 0; at < findings.length; at += 1) {
        const finding = findings[at] ?? 0;
        const before = sum[finding] ?? 0;
        if (before === 0) touched.push(finding);
        sum[finding] = before + (nats[at] ?? 0) - WORD_OF_ANOTHER;
      }
    }
    const least = leastOfRival(ENOUGH, from, to);
    const spoken: Spoken[] = [];
    for (const finding of touched) {
      const nats = sum[finding] ?? 0;
      sum[finding] = 0;
      if (nats > least) spoken.push({ finding, sum: nats });
    }
    return spoken.sort((a, b) => b.sum - a.sum);
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

/** What in a stretch tells of its finding; nothing where none of it is a reason to read it. */
function placesOf({ finding, from, to }: Found, told: readonly Told[], asked: Asked): number[] {
  const places: number[] = [];
  let isWanted = false;
  for (let place = from; place <= to; place += 1) {
    const at = told[place]?.findings.indexOf(finding) ?? NOWHERE;
    if (at === NOWHERE) continue;
    places.push(place);
    isWanted ||= asked.isReason(place, told[place]?.nats[at] ?? 0);
  }
  return isWanted ? places : [];
}
