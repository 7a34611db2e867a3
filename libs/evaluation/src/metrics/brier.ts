import { type StatedProbability } from '../model/case-outcome';

/**
 * Brier score of one case over many classes (Brier 1950): the sum of squared differences between what was stated and
 * what was so, 0 (certain and right) to 2 (certain and wrong). Right answers that stand under several diseases are
 * one class. A right answer that is not listed counts as given probability 0.
 */
export function brierScore(stated: readonly StatedProbability[]): number {
  const right = stated.reduce((sum, { probability, correct }) => sum + (correct ? probability : 0), 0);
  const wrong = stated.reduce((sum, { probability, correct }) => sum + (correct ? 0 : probability ** 2), 0);
  return (1 - right) ** 2 + wrong;
}
