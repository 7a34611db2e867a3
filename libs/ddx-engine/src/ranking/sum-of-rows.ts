import { type PatternEvidence, type PatternRow } from './pattern-evidence';

/** The parameters, as far as the rows of a family of findings need them. */
export interface RowParameters {
  readonly nu: number;
  readonly rho: number;
  /** Natural log of the likelihood ratio of each finding of `family.demanding` where it is left unexplained. */
  readonly unexplained: Float64Array;
}

/**
 * Sum of w * log likelihood ratio over the rows of one disease. Rows of one group and one direction are weighed as
 * `redundancyWeights` weighs them: the j-th by strength counts (1 - rho)^j. Which of two equally strong ones comes
 * first makes no difference to the sum.
 *
 * @param linkAt where the disease stands in the columns, by place in the pattern
 */
export function sumOfRows(
  { rows, settled, restates }: PatternEvidence,
  linkAt: Int32Array,
  parameters: RowParameters,
): number {
  let sum = 0;
  for (let at = 0; at < settled.length; at += 1) sum += parameters.unexplained[settled[at] ?? -1] ?? 0;
  for (let at = 0; at < rows.length; at += 1) {
    const ratio = ratioOf(rows[at], linkAt, parameters);
    sum += restates
      ? ratio * (1 - parameters.rho) ** strongerRestatements(rows, at, ratio, linkAt, parameters)
      : ratio;
  }
  return sum;
}

function ratioOf(
  row: PatternRow | undefined,
  linkAt: Int32Array,
  { nu, unexplained }: RowParameters,
): number {
  if (row === undefined) return 0;
  if (row.place < 0) return unexplained[row.demand] ?? 0;
  const ratio = row.logRatios[linkAt[row.place] ?? -1] ?? 0;
  return row.weakened ? nu * ratio : ratio;
}

/** How many rows of the same group and direction come before this one, the strongest first. */
function strongerRestatements(
  rows: readonly PatternRow[],
  at: number,
  ratio: number,
  linkAt: Int32Array,
  parameters: RowParameters,
): number {
  const group = rows[at]?.group ?? -1;
  if (group < 0) return 0;
  let stronger = 0;
  for (let other = 0; other < rows.length; other += 1) {
    if (other === at || rows[other]?.group !== group) continue;
    const rival = ratioOf(rows[other], linkAt, parameters);
    if (rival * ratio <= 0) continue;
    const lead = Math.abs(rival) - Math.abs(ratio);
    if (lead > 0 || (lead === 0 && other < at)) stronger += 1;
  }
  return stronger;
}
