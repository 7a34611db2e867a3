import {
  evaluateScore,
  ScoreDefinitionError,
  ScoreInputError,
  type ScoreResult,
} from '@openrounds/ddx-engine';
import { problemAt } from '../../load/located';
import { type Score } from '../../schema/score';
import { type Rule } from '../check-context';

type Example = Score['examples'][number];

/** Every worked example of a score comes out as its author computed it by hand from the definition. */
export const scoreExamples: Rule = {
  id: 'score-examples',
  kind: 'regression',
  check: ({ folder }) =>
    folder.scores.flatMap((score) =>
      score.value.examples.flatMap((example, index) => {
        const fault = exampleFault(score.value, example);
        return fault === undefined
          ? []
          : [problemAt(score, 'score-examples', 'error', fault, ['examples', index])];
      }),
    ),
};

/** What is wrong with an example; undefined if it comes out. */
export function exampleFault(score: Score, example: Example): string | undefined {
  const result = resultOf(score, example);
  if (typeof result === 'string') return result;
  const [low, high] = 'value' in result ? [result.value, result.value] : [result.min, result.max];
  const [min, max] = example.range ?? [example.value ?? Number.NaN, example.value ?? Number.NaN];
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= example.within;
  if (near(low, min) && near(high, max)) return undefined;
  return `comes out as ${low === high ? String(low) : `${String(low)} to ${String(high)}`}`;
}

function resultOf(score: Score, { inputs }: Example): ScoreResult | string {
  try {
    return evaluateScore(score, inputs);
  } catch (error) {
    if (error instanceof ScoreInputError || error instanceof ScoreDefinitionError) return error.message;
    throw error;
  }
}
