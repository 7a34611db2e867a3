import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type MustNotMissRule } from '../model/knowledge';
import { sumOf } from '../numeric/sum';
import { type ScoredCase } from '../ranking/scored-case';
import { type Forecast } from './forecast';

export interface ThresholdCrossings {
  /** Sum over outcomes of P(outcome) times the harm of each disease that it moves across its threshold. */
  readonly value: number;
  /** Diseases that some outcome moves across, in the order of ids. */
  readonly diseases: readonly number[];
}

/** Which must-not-miss diseases a test may move across the probability at which missing them is not acceptable. */
export function thresholdCrossings(
  compiled: CompiledKnowledge,
  before: ScoredCase,
  forecasts: readonly Forecast[],
): ThresholdCrossings {
  const crossed = new Set<number>();
  const value = sumOf(forecasts, ({ shown, after }) => {
    let harm = 0;
    for (const { disease, rule } of compiled.mustNotMiss) {
      if (isAbove(before, disease, rule) === isAbove(after, disease, rule)) continue;
      crossed.add(disease);
      harm += rule.harm;
    }
    return shown.probability * harm;
  });
  return { value, diseases: [...crossed].sort((a, b) => a - b) };
}

function isAbove({ probabilities }: ScoredCase, disease: number, { threshold }: MustNotMissRule): boolean {
  return (probabilities.diseases[disease] ?? 0) >= threshold;
}
