import { gather } from '../normalise/lists-by-key';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Reading } from '../segment/reading';
import { type Sentence } from '../segment/sentences';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { isBesideMark, markAt, markBehind } from './circumstances';
import { credibleUnits } from './credible-units';
import { type NumericRead, numericAt } from './numeric';
import { type QuantityRead, type VitalSign } from './quantity-read';
import { isOfSomethingElse } from './read-series';
import { type Times } from './times';
import { convert } from './units';
import { type Role, spanOf } from './words';

/** Another value of the same sign stands no further behind the first. */
const FARTHEST = 14;
/** Nobody measures more often within a sentence. */
const MOST_VALUES = 20;

/** Reads by the tokens that they take. */
type Taken = ReadonlyMap<number, QuantityRead>;

const BETWEEN = ['lead', 'and', 'to', 'end'] as const satisfies readonly Role[];

/** Reads on behind the vital signs of a sentence: other values of the same sign stand there without a name. */
export class FurtherValues {
  private readonly taken: Taken;

  /** @param reads of the whole sentence; no token of one is another's */
  constructor(
    private readonly reading: Reading,
    private readonly sentence: Sentence,
    private readonly times: Times,
    private readonly vocabulary: CompiledVocabulary,
    reads: readonly QuantityRead[],
  ) {
    this.taken = new Map(
      gather(reads, (read) => positionsBetween(read.from, read.to).map((at) => [at, read] as const)),
    );
  }

  /** A first value with those behind it. */
  following(first: VitalSign): VitalSign[] {
    const found: VitalSign[] = [first];
    while (found.length < MOST_VALUES) {
      const next = this.next(found.at(-1) ?? first);
      if (next === undefined) break;
      found.push(next);
    }
    return found;
  }

  private next(group: VitalSign): VitalSign | undefined {
    const { tokens } = this.reading;
    const end = Math.min(this.sentence.to, group[0].to + FARTHEST);
    let isOther = false;
    for (let at = group[0].to; at < end;) {
      const other = this.taken.get(at);
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
      BETWEEN.some((role) => spanOf(role, tokens, at) > 0) ||
      this.times.isNumber(at)
    );
  }

  private isOfSign(group: VitalSign, at: number, numeric: NumericRead, isMarked: boolean): boolean {
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
}

/** The same sign, or both numbers of a pressure, with another value. */
function again(group: VitalSign, at: number, { to, number, second, unit }: NumericRead): VitalSign {
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
