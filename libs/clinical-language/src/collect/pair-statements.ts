import { isProvoked } from '../measure/circumstances';
import { type DecidingPair, type PairedWay } from '../model/vocabulary';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Measured } from './sentence-context';
import { type Statement } from './statement';

/** How sure it is that two values that were read belong together. */
const CERTAINTY = 0.95;

/** Whether a value was measured so; of a value that says nothing it is taken that the patient lay and was at rest. */
function isMeasured(way: PairedWay, measurement: Measured['measurement']): boolean {
  const { posture, effort, side } = measurement;
  if (way === 'right' || way === 'left') return side === way;
  if (way === 'standing') return posture === 'standing';
  if (way === 'exertion') return effort === 'exertion';
  return !isProvoked(measurement) && (way === 'rest' || posture !== 'sitting');
}

function isFarApart(first: number, second: number, { fall, rise, apart }: DecidingPair): boolean {
  if (fall !== undefined) return first - second >= fall;
  if (rise !== undefined) return second - first >= rise;
  return Math.abs(first - second) >= (apart ?? Infinity);
}

/** What a pair of values says: the second, and whether they are far enough apart. */
function decidedBy(pair: DecidingPair, measured: readonly Measured[]): Decided | undefined {
  const ofSign = measured.filter(({ measurement }) => measurement.findingId === pair.of);
  const [firsts, seconds] = pair.between.map((way) =>
    ofSign.filter(({ measurement }) => isMeasured(way, measurement)),
  );
  const first = firsts?.at(-1);
  if (first === undefined || seconds === undefined) return undefined;
  const isFar = (second: Measured): boolean =>
    isFarApart(first.measurement.value.number, second.measurement.value.number, pair);
  const far = seconds.find(isFar);
  const decisive = far ?? seconds.at(-1);
  return decisive && { second: decisive, isPresent: far !== undefined };
}

interface Decided {
  readonly second: Measured;
  readonly isPresent: boolean;
}

/**
 * What the vital signs of a text say beside one another: a pressure that falls on standing, or differs between the arms.
 * It is there where one pair says so, and absent where all pairs were measured and none does.
 */
export function pairStatements(
  measured: readonly Measured[],
  { rules }: CompiledVocabulary,
): Omit<Statement, 'section'>[] {
  const statements: Omit<Statement, 'section'>[] = [];
  const isThere = (finding: string | undefined): boolean =>
    statements.some(({ findingId, presence }) => findingId === finding && presence === 'present');
  for (const { findingId, pairs } of rules.pairs) {
    const decided = pairs.map((pair) => {
      const one = decidedBy(pair, measured);
      return one && { ...one, isPresent: one.isPresent && !isThere(pair.unless) };
    });
    const decisive =
      decided.find((one) => one?.isPresent) ?? (decided.includes(undefined) ? undefined : decided[0]);
    if (decisive === undefined) continue;
    const { second, isPresent } = decisive;
    statements.push({
      findingId,
      presence: isPresent ? 'present' : 'absent',
      isMeasured: true,
      certainty: CERTAINTY,
      kind: 'text',
      from: second.from,
      to: second.to,
      specificity: 1,
      daysAgo: second.measurement.daysAgo ?? 0,
    });
  }
  return statements;
}
