import { type Grade } from '../model/knowledge';

/**
 * How far the numbers of the knowledge base may be off, by the grade of their source. Conventions of this engine, not
 * measurements: A stands for a systematic review, D for an expert estimate.
 */

/** Standard deviation of ln prior. */
const LOG_PRIOR: Readonly<Record<Grade, number>> = { A: 0.2, B: 0.4, C: 0.7, D: 1.0 };

/** Standard deviation of ln likelihood ratio. */
const LOG_RATIO: Readonly<Record<Grade, number>> = { A: 0.1, B: 0.2, C: 0.35, D: 0.55 };

/** As if the probability had been counted in so many patients. */
const PATIENTS: Readonly<Record<Grade, number>> = { A: 200, B: 60, C: 20, D: 8 };

/** Standard deviation of ln prior, natural log, by the grade of its source. */
export function deviationOfLogPrior(grade: Grade): number {
  return LOG_PRIOR[grade];
}

/** Standard deviation of ln likelihood ratio, natural log, by the grade of its source. */
export function deviationOfLogRatio(grade: Grade): number {
  return LOG_RATIO[grade];
}

/** Standard deviation of logit p when p was counted in m patients: `1 / sqrt(m p (1 - p))`, the delta method. */
export function deviationOfLogit(probability: number, grade: Grade): number {
  return 1 / Math.sqrt(PATIENTS[grade] * probability * (1 - probability));
}
