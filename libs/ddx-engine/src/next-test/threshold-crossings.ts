import { type CompiledKnowledge } from '../compile/compiled-knowledge';
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
    compiled.diseases.forEach(({ definition: { mustNotMiss } }, disease) => {
      if (mustNotMiss === undefined) return;
      const isAbove = (scored: ScoredCase): boolean =>
        (scored.probabilities.diseases[disease] ?? 0) >= mustNotMiss.threshold;
      if (isAbove(before) === isAbove(after)) return;
      crossed.add(disease);
      harm += mustNotMiss.harm;
    });
    return shown.probability * harm;
  });
  return { value, diseases: [...crossed].sort((a, b) => a - b) };
}
