import { type PatternEvidence, type PatternRow } from './pattern-evidence';

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
  rho: number,
): number {
  let sum = settled;
  for (let at = 0; at < rows.length; at += 1) {
    const ratio = ratioOf(rows[at], linkAt);
    sum += restates ? ratio * (1 - rho) ** strongerRestatements(rows, at, ratio, linkAt) : ratio;
  }
  return sum;
}

function ratioOf(row: PatternRow | undefined, linkAt: Int32Array): number {
  if (row === undefined) return 0;
  return row.place < 0 ? row.unexplained : row.weight * (row.logRatios[linkAt[row.place] ?? -1] ?? 0);
}

/** How many rows of the same group and direction come before this one, the strongest first. */
function strongerRestatements(
  rows: readonly PatternRow[],
  at: number,
  ratio: number,
  linkAt: Int32Array,
): number {
  const group = rows[at]?.group ?? -1;
  if (group < 0) return 0;
  let stronger = 0;
  for (let other = 0; other < rows.length; other += 1) {
    if (other === at || rows[other]?.group !== group) continue;
    const rival = ratioOf(rows[other], linkAt);
    if (rival * ratio <= 0) continue;
    const lead = Math.abs(rival) - Math.abs(ratio);
    if (lead > 0 || (lead === 0 && other < at)) stronger += 1;
  }
  return stronger;
}
