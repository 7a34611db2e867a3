import { type DiseaseLink } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type KnowledgeSetting } from '../schema/primitives';

export const SETTINGS: readonly KnowledgeSetting[] = ['emergency', 'primary-care'];

/** The three categorical findings that every disease links: what most vignettes tell. */
export const CASE_LEVEL_FINDINGS: readonly string[] = ['illness-onset', 'illness-duration', 'illness-course'];

/** The engine clips probabilities to [0.005, 0.995] before any logarithm. */
export const LOWEST_PROBABILITY = 0.005;

function clip(probability: number): number {
  return Math.min(1 - LOWEST_PROBABILITY, Math.max(LOWEST_PROBABILITY, probability));
}

/** What can be observed of a finding: its states, or presence and absence. */
export function outcomesOf(finding: Finding): readonly string[] {
  return finding.domain === 'categorical' ? (finding.states ?? []) : ['present', 'absent'];
}

/** P(outcome | a patient of the setting who presents with something else); undefined where none is given. */
export function baselineOf(finding: Finding, outcome: string, setting: KnowledgeSetting): number | undefined {
  const baseline = finding.baseline[setting];
  if (typeof baseline === 'object') return baseline[outcome];
  return outcome === 'absent' ? 1 - baseline : baseline;
}

/** The mean of both settings' baselines. */
export function meanBaselineOf(finding: Finding, outcome: string): number | undefined {
  const values = SETTINGS.map((setting) => baselineOf(finding, outcome, setting));
  return values.every((value) => value !== undefined)
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : undefined;
}

/**
 * P(outcome | disease) as the link states it, or as its likelihood ratios give it with baseline `b` of presence:
 * θ = lrPos·b, 1 − θ = lrNeg·(1 − b). Undefined where the link does not know the outcome.
 */
export function thetaOf(link: DiseaseLink, outcome: string, b: number): number | undefined {
  if (typeof link.theta === 'object') return link.theta[outcome];
  if (typeof link.theta === 'number') return outcome === 'absent' ? 1 - link.theta : link.theta;
  if (outcome === 'present' && link.lrPos !== undefined) return Math.min(0.995, link.lrPos * b);
  if (outcome === 'absent' && link.lrNeg !== undefined) return Math.min(0.995, link.lrNeg * (1 - b));
  return undefined;
}

/** ln(P(outcome | disease) / P(outcome | something else)) with the mean baseline; 0 where nothing is known. */
export function logLikelihoodRatio(link: DiseaseLink | undefined, finding: Finding, outcome: string): number {
  if (!link) return 0;
  if (outcome === 'present' && link.lrPos !== undefined) return Math.log(link.lrPos);
  if (outcome === 'absent' && link.lrNeg !== undefined) return Math.log(link.lrNeg);
  const b = meanBaselineOf(finding, outcome);
  const theta = thetaOf(link, outcome, b ?? 0);
  return b === undefined || theta === undefined ? 0 : Math.log(clip(theta) / clip(b));
}

/**
 * P(present | disease) / P(present | something else) of a binary finding as the engine counts it in a setting, both
 * clipped; undefined for a categorical finding.
 */
export function presenceRatio(
  link: DiseaseLink,
  finding: Finding,
  setting: KnowledgeSetting,
): number | undefined {
  if (finding.domain !== 'binary') return undefined;
  if (link.lrPos !== undefined) return link.lrPos;
  const b = baselineOf(finding, 'present', setting);
  const theta = b === undefined ? undefined : thetaOf(link, 'present', b);
  return b === undefined || theta === undefined ? undefined : clip(theta) / clip(b);
}

/** By how much a ratio may exceed 1 through rounding. */
const ROUNDING = 1e-6;

/** The first setting in which a binary finding that is there makes the disease likelier, and how much. */
export function raisingSetting(
  link: DiseaseLink,
  finding: Finding,
): { readonly setting: KnowledgeSetting; readonly ratio: number } | undefined {
  return SETTINGS.map((setting) => ({ setting, ratio: presenceRatio(link, finding, setting) ?? 0 })).find(
    ({ ratio }) => ratio > 1 + ROUNDING,
  );
}
