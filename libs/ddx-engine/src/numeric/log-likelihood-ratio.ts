/**
 * Natural logarithm of the likelihood ratio of an observation that is true with certainty `certainty` and false
 * otherwise (Jeffrey's rule applied to both hypotheses).
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
