import { type StatedProbability } from '../model/case-outcome';

export interface RecalibrationLine {
  /** 1 where the spread is right, below 1 where probabilities are too extreme, above 1 where they are too timid. */
  readonly slope: number;
  /** 0 where nothing has to be shifted; at the slope fitted with it. */
  readonly intercept: number;
}

/** Keeps the logit finite: probabilities nearer to 0 or 1 count as this far from them. */
const EDGE = 1e-6;
const STEPS = 50;
const SETTLED = 1e-9;

/**
 * Recalibration line `logit P(right) = intercept + slope · logit(stated)` by maximum likelihood (Cox 1958), Newton's
 * method.
 *
 * @returns null where the data do not determine it: nothing right, nothing wrong, one value only, or a clean cut
 */
export function recalibrationLine(statements: readonly StatedProbability[]): RecalibrationLine | null {
  const logits = statements.map(({ probability }) => logit(probability));
  let line: RecalibrationLine = { intercept: 0, slope: 1 };
  for (let step = 0; step < STEPS; step += 1) {
    const change = newtonStep(line, logits, statements);
    if (change === null) return null;
    line = { intercept: line.intercept + change.intercept, slope: line.slope + change.slope };
    if (Math.abs(change.intercept) + Math.abs(change.slope) < SETTLED) return line;
  }
  return null;
}

/** Gradient and Hessian of the log likelihood in the two unknowns, solved by Cramer's rule. */
function newtonStep(
  { intercept, slope }: RecalibrationLine,
  logits: readonly number[],
  statements: readonly StatedProbability[],
): RecalibrationLine | null {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  logits.forEach((x, index) => {
    const expected = 1 / (1 + Math.exp(-(intercept + slope * x)));
    const residual = (statements[index]?.correct ? 1 : 0) - expected;
    const weight = expected * (1 - expected);
    g0 += residual;
    g1 += residual * x;
    h00 += weight;
    h01 += weight * x;
    h11 += weight * x * x;
  });
  const determinant = h00 * h11 - h01 * h01;
  if (!(determinant > Number.EPSILON * h00 * h11)) return null;
  return {
    intercept: (g0 * h11 - g1 * h01) / determinant,
    slope: (g1 * h00 - g0 * h01) / determinant,
  };
}

function logit(probability: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(inside / (1 - inside));
}
