/**
 * Area under the receiver operating characteristic: the chance that a positive is scored above a negative, ties
 * counting half (Hanley & McNeil 1982), by rank sums.
 *
 * @returns null unless there are positives and negatives
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    let tied = 0;
    for (; end < all.length && all[end]?.score === all[start]?.score; end += 1) {
      if (all[end]?.positive) tied += 1;
    }
    rankSum += (tied * (start + 1 + end)) / 2; // the mean of ranks start + 1 … end
    start = end;
  }
  const least = (positives.length * (positives.length + 1)) / 2;
  return (rankSum - least) / (positives.length * negatives.length);
}
