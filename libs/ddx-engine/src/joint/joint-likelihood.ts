import { ABSENT, type CompiledFinding } from '../compile/compiled-knowledge';
import { clipProbability } from '../numeric/bounds';
import { uncertainLogLikelihoodRatio } from '../numeric/log-likelihood-ratio';

/**
 * P(finding | both diseases) from what each alone makes of it. Where neither makes it rarer than it is in others,
 * either may bring it about independently (a noisy OR over the baseline): `1 - (1 - a)(1 - b) / (1 - baseline)`;
 * otherwise the disease that prevents it prevails: `min(a, b)`.
 */
export function probabilityInBoth(inA: number, inB: number, baseline: number): number {
  if (inA >= baseline && inB >= baseline) return 1 - ((1 - inA) * (1 - inB)) / (1 - baseline);
  return Math.min(inA, inB);
}

/**
 * Natural log of the likelihood ratio of an outcome for two diseases at once that both link the finding. 0 where
 * neither link knows the outcome; where one does not, it counts as expecting it like anyone else.
 *
 * @param known P(outcome | disease) by either link, NaN where it does not know the outcome
 * @param nu weight of absent findings
 */
export function jointLogRatio(
  finding: CompiledFinding,
  known: readonly [inA: number, inB: number],
  { outcome, certainty }: { readonly outcome: number; readonly certainty: number },
  nu: number,
): number {
  const [knownInA, knownInB] = known;
  if (Number.isNaN(knownInA) && Number.isNaN(knownInB)) return 0;
  const elsewhere = finding.baseline[outcome] ?? NaN;
  const inA = Number.isNaN(knownInA) ? elsewhere : knownInA;
  const inB = Number.isNaN(knownInB) ? elsewhere : knownInB;
  const isAbsence = finding.binary && outcome === ABSENT;
  const inBoth = isAbsence
    ? 1 - probabilityInBoth(1 - inA, 1 - inB, 1 - elsewhere)
    : probabilityInBoth(inA, inB, elsewhere);
  const ratio = uncertainLogLikelihoodRatio(clipProbability(inBoth), elsewhere, certainty);
  return isAbsence ? nu * ratio : ratio;
}
