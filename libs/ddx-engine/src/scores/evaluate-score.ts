import { bandsMet } from './bands';
import { checkInputs } from './check-inputs';
import { evaluateExpression } from './evaluate-expression';
import { hull, type Interval } from './interval';
import { isMissing, type Possible, possibleValues } from './possible-values';
import { occurrencesOf } from './references';
import { type BandEnd, type ScoreDefinition, type ScoreResult, type ScoreValues } from './score-definition';
import { splitMissing } from './split-missing';

/**
 * Computes a score. A missing input is never taken as 0 or as normal: the result is then the range of values that
 * the score can still have. The range is never too narrow; it may be too wide where a missing number occurs more than
 * once in an equation.
 *
 * @throws {ScoreInputError} naming every input that is unknown, of another type or out of range
 * @throws {ScoreDefinitionError} where the score itself is at fault; the check of the knowledge base finds it first
 */
export function evaluateScore(score: ScoreDefinition, values: ScoreValues): ScoreResult {
  checkInputs(score, values);
  const missing = score.inputs.filter((input) => isMissing(input, values)).map(({ id }) => id);
  const occurrences = occurrencesOf(score);
  const repeated = missing.filter((id) => (occurrences.get(id) ?? 0) > 1);
  const cases = splitMissing(possibleValues(score.inputs, values), repeated);
  const { lo, hi } = hull(cases.map((inputs) => valueOf(score, inputs)));
  return lo === hi ? { value: lo, missing } : { min: lo, max: hi, missing };
}

/** The bands of interpretation that a result lies in or can still lie in, in order. */
export function interpretationOf<Band extends BandEnd>(
  { interpretation }: { readonly interpretation: readonly Band[] },
  result: ScoreResult,
): readonly Band[] {
  const interval =
    'value' in result ? { lo: result.value, hi: result.value } : { lo: result.min, hi: result.max };
  return bandsMet(interpretation, interval);
}

function valueOf({ steps = [], value }: ScoreDefinition, inputs: ReadonlyMap<string, Possible>): Interval {
  const done = new Map<string, Interval>();
  for (const step of steps) done.set(step.id, evaluateExpression(step.value, { inputs, steps: done }));
  return evaluateExpression(value, { inputs, steps: done });
}
