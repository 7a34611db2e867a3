import { type VocabularyFinding } from '../model/vocabulary';
import { byKey, gather, given } from '../normalise/lists-by-key';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Reading } from '../segment/reading';
import { type Sentence } from '../segment/sentences';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Circumstances, isBesideMark, markAt, markBehind, marksBetween } from './circumstances';
import { credibleUnits } from './credible-units';
import { type NumericRead, numericAt } from './numeric';
import { type QuantityRead } from './quantity-read';
import { isOfSomethingElse } from './read-series';
import { type Times } from './times';
import { convert } from './units';
import { spanOf } from './words';

/** Another value of the same sign stands no further behind the first. */
const FARTHEST = 14;
/** Nobody measures more often within a sentence. */
const MOST_VALUES = 20;

/** What the values of one sign, or the two of a pressure, share: where they stand. */
type Group = readonly [QuantityRead, ...QuantityRead[]];

/** Reads by the tokens that they take. */
type Taken = ReadonlyMap<number, QuantityRead>;

const groupOf = ([first, ...others]: readonly QuantityRead[]): Group | undefined =>
  first && [first, ...others];

const placeOf = ({ from, to }: QuantityRead): string => `${String(from)}-${String(to)}`;

/** Whether a quantity is a vital sign: of the body itself, and told in numbers. */
export const isVitalSign = (finding: VocabularyFinding | undefined): boolean =>
  finding?.unit !== undefined && finding.kind !== 'lab' && finding.decidedBy === undefined;

/** Reads the vital signs of a sentence on: those behind a first without a name, and how each was measured. */
export class FurtherValues {
  constructor(
    private readonly reading: Reading,
    private readonly sentence: Sentence,
    private readonly times: Times,
    private readonly vocabulary: CompiledVocabulary,
  ) {}

  /** @param reads of the whole sentence; no token of one is another's */
  of(reads: readonly QuantityRead[]): QuantityRead[] {
    const isOne = ({ findingId, read }: QuantityRead): boolean =>
      read.number !== undefined &&
      read.upTo === undefined &&
      isVitalSign(this.vocabulary.findings.get(findingId));
    const groups = given([...byKey(reads.filter(isOne), placeOf).values()], groupOf);
    if (groups.length === 0) return [...reads];
    const taken = new Map(
      gather(reads, (read) => positionsBetween(read.from, read.to).map((at) => [at, read] as const)),
    );
    const all = groups.flatMap((group) => this.following(group, taken)).sort(([a], [b]) => a.from - b.from);
    return [...reads.filter((read) => !isOne(read)), ...this.withCircumstances(all)];
  }

  /** A first value with those behind it. */
  private following(first: Group, taken: Taken): Group[] {
    const found: Group[] = [first];
    let last = first;
    while (found.length < MOST_VALUES) {
      const next = this.next(last, taken);
      if (next === undefined) break;
      found.push(next);
      last = next;
    }
    return found;
  }

  private next(group: Group, taken: Taken): Group | undefined {
    const { tokens } = this.reading;
    const end = Math.min(this.sentence.to, group[0].to + FARTHEST);
    let isOther = false;
    for (let at = group[0].to; at < end;) {
      const other = taken.get(at);
      if (other !== undefined) {
        // a pair is a pressure, whatever stands between
        if (group.length === 1 || group.some(({ findingId }) => findingId === other.findingId))
          return undefined;
        at = other.to;
        continue;
      }
      const time = this.times.endAt(at);
      const numeric =
        time === undefined && !this.times.isNumber(at) ? numericAt(this.reading, at) : undefined;
      if (numeric !== undefined) {
        const mark = markBehind(tokens, numeric.to, this.sentence.to);
        const isTold = isOther || mark !== undefined || this.isTimed(numeric.to);
        return isTold && this.isOfSign(group, at, numeric, mark !== undefined)
          ? again(group, at, numeric)
          : undefined;
      }
      const mark = markAt(tokens, at);
      const told = Math.max(spanOf('again', tokens, at), spanOf('then', tokens, at));
      isOther ||= told > 0 || mark !== undefined || (time !== undefined && at > group[0].to);
      const end = Math.max(at + Math.max(told, 1), time ?? 0, mark?.to ?? 0);
      // words that say nothing of how or when it was measured say what else is counted
      if (group.length === 1 && end === at + 1 && told === 0 && mark === undefined && !this.isBetween(at))
        return undefined;
      at = end;
    }
    return undefined;
  }

  private isTimed(to: number): boolean {
    return this.times.endAt(/^[(@]$/.test(textAt(this.reading.tokens, to)) ? to + 1 : to) !== undefined;
  }

  private isBetween(at: number): boolean {
    const { tokens } = this.reading;
    const text = textAt(tokens, at);
    return (
      /^[,，、;；/()（）:：.-]$/.test(text) ||
      isBesideMark(text) ||
      ['lead', 'and', 'to', 'end'].some((role) => spanOf(role as 'lead', tokens, at) > 0) ||
      this.times.isNumber(at)
    );
  }

  private isOfSign(group: Group, at: number, numeric: NumericRead, isMarked: boolean): boolean {
    const { tokens } = this.reading;
    const [first, second] = group;
    if (numeric.titre !== undefined || (numeric.second === undefined) !== (second === undefined))
      return false;
    if (numeric.comparator !== undefined) return false;
    if (numeric.second === undefined && isOfSomethingElse(this.reading, at, numeric)) return false;
    if (numeric.second !== undefined && numeric.second >= numeric.number) return false;
    const behind = tokens[numeric.to];
    const isOpen = numeric.unit === undefined && behind?.kind === 'word' && numeric.to < this.sentence.to;
    if (isOpen && !isMarked && spanOf('then', tokens, numeric.to) + spanOf('and', tokens, numeric.to) === 0)
      return false;
    const finding = this.vocabulary.findings.get(first.findingId);
    if (finding?.unit === undefined) return false;
    return numeric.unit === undefined
      ? credibleUnits(finding, numeric.number).includes(first.unit ?? finding.unit)
      : convert(numeric.number, numeric.unit, finding.unit, finding) !== undefined;
  }

  /**
   * Each value with how it was measured. Words stand before their values ("*lying* 146/82, P 68") unless the first value
   * has none before it and one has some behind it ("BP 118/70, HR 72 *lying*"). A posture is that of all signs up to the next.
   */
  private withCircumstances(groups: readonly Group[]): QuantityRead[] {
    const { tokens } = this.reading;
    const before = groups.map(([{ to }], index) => marksBetween(tokens, this.startOf(groups, index), to));
    const inside = groups.map(([{ to, read }]) => marksBetween(tokens, read.from, to));
    const behind = groups.map(([{ to }], index) => markBehind(tokens, to, this.endOf(groups, index))?.tells);
    const isBehind = before[0] === undefined && behind.some((tells) => tells !== undefined);
    const told = isBehind
      ? inOneGo(behind.map((tells, index) => merged(inside[index], tells)).reverse()).reverse()
      : inOneGo(before.map((tells, index) => tells ?? behind[index]));
    return groups.flatMap((group, index) =>
      group.map((one): QuantityRead => withTold(one, told[index], group.length > 1)),
    );
  }

  private startOf(groups: readonly Group[], index: number): number {
    return Math.max(
      groups[index - 1]?.[0].to ?? 0,
      this.sentence.from,
      (groups[index]?.[0].from ?? 0) - FARTHEST,
    );
  }

  private endOf(groups: readonly Group[], index: number): number {
    return groups[index + 1]?.[0].from ?? this.sentence.to;
  }
}

const merged = (
  first: Circumstances | undefined,
  second: Circumstances | undefined,
): Circumstances | undefined => (first === undefined ? second : { ...first, ...second });

/** The posture that is told of one value is that of those behind it that tell none. */
function inOneGo(told: readonly (Circumstances | undefined)[]): (Circumstances | undefined)[] {
  let last: Circumstances | undefined;
  return told.map((tells) => {
    const posture = tells?.posture ?? last?.posture;
    last = posture && { posture };
    return merged(last, tells);
  });
}

/** A side is told of pressures and of signs that are known to be of one side: the R of others may be a name. */
function withTold(quantity: QuantityRead, told: Circumstances | undefined, isPair: boolean): QuantityRead {
  const { side, ...others } = told ?? {};
  const isOfOneSide = side !== undefined && (isPair || quantity.isOfOneSide === true);
  const circumstances = { ...others, ...(isOfOneSide && { side }) };
  return Object.keys(circumstances).length === 0
    ? quantity
    : { ...quantity, circumstances, ...(isOfOneSide && { isOfOneSide }) };
}

/** The same sign, or both numbers of a pressure, with another value. */
function again(group: Group, at: number, { to, number, second, unit }: NumericRead): Group {
  const [first, ...others] = group.map((one, index): QuantityRead => {
    const { read: _read, namedAt, from, nameTo, ...name } = one;
    const own = unit ?? one.unit;
    return {
      ...name,
      from: at,
      to,
      nameTo: at,
      namedAt: namedAt ?? { from, to: nameTo },
      read: { from: at, to, number: index === 0 ? number : (second ?? number) },
      ...(own === undefined ? {} : { unit: own }),
    };
  });
  return [first ?? group[0], ...others];
}
