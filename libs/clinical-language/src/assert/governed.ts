import { senseKey } from '../model/sense';
import { type Stretch } from '../model/token';
import { positionsBetween } from '../normalise/at-position';
import { type Mention } from '../resolve/mention';
import { CUE_CATEGORIES, type CueCategory } from './cue';
import { type Placed } from './placed-cue';

/** What governs a token: the categories of the cues in whose scope it stands. */
export type Scope = ReadonlySet<CueCategory>;

/** Whether a mention tells something else than another; the bare name of a quantity ("pulse") tells nothing yet. */
const tellsElse = ({ senses }: Mention, other: Mention): boolean => {
  const known = new Set(other.senses.map(senseKey));
  return senses.some((sense) => sense.kind !== 'quantity' && !known.has(senseKey(sense)));
};

/** What a cue governs of the words that it reaches: nothing behind its owner, and of the owner only what others tell as well. */
export function reached(
  { owner }: Placed,
  scope: Stretch,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch[] {
  if (owner === undefined) return [scope];
  const within = { from: Math.max(scope.from, owner.from), to: Math.min(scope.to, owner.to) };
  return positionsBetween(within.from, within.to)
    .filter((at) => !owner.used.includes(at) || mentionsAt.get(at)?.some((one) => tellsElse(one, owner)))
    .map((at) => ({ from: at, to: at + 1 }));
}

/** "Spleen [not palpable]" as a palpable spleen: what takes words from a denial without denying is denied by them. */
export function lent(
  { cue, from, to, owner }: Placed,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch[] {
  if (cue.category !== 'negated' || owner !== undefined) return [];
  return positionsBetween(from, to)
    .filter((at) => mentionsAt.get(at)?.every(({ form }) => form === 'apart'))
    .map((at) => ({ from: at, to: at + 1 }));
}

const BITS: ReadonlyMap<CueCategory, number> = new Map(
  CUE_CATEGORIES.map((category, index) => [category, 1 << index]),
);

export const bitOf = (category: CueCategory): number => BITS.get(category) ?? 0;

const SETS: Scope[] = [];

/** The categories of some bits. There are few combinations, and each set is made once. */
export const scopeOf = (bits: number): Scope =>
  (SETS[bits] ??= new Set(CUE_CATEGORIES.filter((category) => (bits & bitOf(category)) !== 0)));

/** What governs each token of a sentence, while it is worked out. */
export class Governed {
  private readonly bits: Uint16Array;
  /** The same without what only says that something is to be looked at or measured. */
  private readonly bitsOfValue: Uint16Array;
  /** Where the innermost denial of a token begins; beyond the sentence for one that stands behind it. */
  private readonly denials: Int32Array;
  /** Where that denial's own words end. */
  private readonly denialEnds: Int32Array;
  /** Where the item begins that an answer affirms. */
  private readonly answers: Int32Array;
  /** Where words begin that deny themselves. */
  private readonly ownDenials: Int32Array;
  /** Where an exception begins that holds a token: a denial from outside says nothing of it. */
  private readonly exceptions: Int32Array;
  /** What is said to be over. */
  private readonly over = new Set<number>();
  /** What was asked and is answered. */
  private readonly settled = new Set<number>();
  private readonly relatives = new Map<number, Placed>();

  /** @param isWeighed whether it tells what a disease is like, and only what it denies counts */
  constructor(
    private readonly sentence: Stretch,
    private readonly isWeighed = false,
  ) {
    const length = sentence.to - sentence.from;
    this.bits = new Uint16Array(length);
    this.bitsOfValue = new Uint16Array(length);
    this.denials = new Int32Array(length).fill(-1);
    this.denialEnds = new Int32Array(length).fill(-1);
    this.answers = new Int32Array(length).fill(-1);
    this.ownDenials = new Int32Array(length).fill(-1);
    this.exceptions = new Int32Array(length).fill(-1);
  }

  add(placed: Placed, scope: Stretch): void {
    const { category, direction, over = false, looks = false } = placed.cue;
    const bit = bitOf(category);
    const innermost = direction === 'forward' ? placed.from : this.sentence.to;
    for (let at = scope.from - this.sentence.from; at < scope.to - this.sentence.from; at += 1) {
      this.bits[at] = (this.bits[at] ?? 0) | bit;
      if (!looks) this.bitsOfValue[at] = (this.bitsOfValue[at] ?? 0) | bit;
      if (over) this.over.add(at);
      if (category === 'negated' && innermost >= (this.denials[at] ?? -1)) {
        this.denials[at] = innermost;
        this.denialEnds[at] = placed.to;
      }
      if (category === 'except') this.exceptions[at] = scope.from;
      if (category === 'affirmed') this.answers[at] = Math.max(this.answers[at] ?? -1, scope.from);
      if (category === 'family' && !this.relatives.has(at)) this.relatives.set(at, placed);
    }
  }

  /** "Pertinent negatives: [no fever]": what denies in its own words is not denied once more by what stands before it. */
  denyItself({ from, to }: Stretch): void {
    for (let at = from - this.sentence.from; at < to - this.sentence.from; at += 1)
      this.ownDenials[at] = Math.max(this.ownDenials[at] ?? -1, from);
  }

  /** "Fever? *No*": what an answer tells is neither doubted, feared nor asked any more. */
  settle({ from, to }: Stretch): void {
    for (let at = from - this.sentence.from; at < to - this.sentence.from; at += 1) this.settled.add(at);
  }

  /**
   * The bits of what counts at a place: what goes on is not past, unless it is said to be over, and an answer ("fever: yes") stands against denials
   * from outside its own item.
   *
   * @param isValue whether a number stands there: it has been measured, whatever says that it is to be
   */
  bitsAt(position: number, isValue = false): number {
    const at = position - this.sentence.from;
    let bits = (isValue ? this.bitsOfValue : this.bits)[at] ?? 0;
    if ((bits & bitOf('current')) !== 0) bits &= ~bitOf(this.over.has(at) ? 'current' : 'historical');
    if (this.settled.has(at)) bits &= ~(bitOf('possible') | bitOf('belief') | bitOf('conditional'));
    const denial = this.denials[at] ?? -1;
    if (denial < (this.ownDenials[at] ?? -1)) bits &= ~bitOf('negated');
    // "no [fever or rash is present]": what is affirmed right behind a denial is denied
    if (Math.max(denial, this.denialEnds[at] ?? -1) < (this.answers[at] ?? -1)) bits &= ~bitOf('negated');
    const exception = this.exceptions[at] ?? -1;
    const isFromOutside = denial < exception || denial === this.sentence.to;
    if (exception >= 0 && isFromOutside) bits &= ~bitOf('negated');
    if (this.isWeighed && (bits & bitOf('negated')) === 0) bits |= bitOf('conditional');
    return bits;
  }

  relativeAt(position: number): Placed | undefined {
    return this.relatives.get(position - this.sentence.from);
  }
}
