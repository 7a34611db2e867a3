/**
 * Natural logarithm of the likelihood ratio of an uncertain observation: what a report is worth that is right with
 * probability `certainty` and says the opposite of the truth otherwise.
 *
 * @param withDisease P(observation | disease), within the probability bounds
 * @param withSomethingElse P(observation | something else), within the probability bounds
 * @param certainty 0.5 (worth nothing: the result is 0) to 1
 */
export function uncertainLogLikelihoodRatio(
  withDisease: number,
  withSomethingElse: number,
  certainty: number,
): number {
  const blur = (probability: number): number => certainty * probability + (1 - certainty) * (1 - probability);
  return Math.log(blur(withDisease) / blur(withSomethingElse));
}
