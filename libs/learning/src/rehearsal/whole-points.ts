import { ALL_POINTS } from '../answers/answer';
import { type StatedList } from '../scores/stated-list';

/**
 * Weights as whole points: at least 1 for each disease and for Other, 100 in all. Largest remainders, so that nobody is
 * further than a point from their share but for those least points, which the largest pays.
 *
 * @param weights of any scale, none below 0
 */
export function wholePoints(weights: ReadonlyMap<string, number>, other: number): StatedList {
  const rows = [...weights, [null, other] as const];
  const total = rows.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = rows.map(([id, weight]) => {
    const exact = total > 0 ? (ALL_POINTS * weight) / total : ALL_POINTS / rows.length;
    return { id, exact, points: Math.max(1, Math.floor(exact)) };
  });
  const byRemainder = [...shares].sort((one, two) => two.exact - two.points - (one.exact - one.points));
  const left = (): number => ALL_POINTS - shares.reduce((sum, { points }) => sum + points, 0);
  for (let at = 0; left() > 0; at += 1) {
    const row = byRemainder[at % byRemainder.length];
    if (row !== undefined) row.points += 1;
  }
  while (left() < 0) {
    const largest = shares.reduce((most, row) => (row.points > most.points ? row : most));
    largest.points -= 1;
  }
  const points = shares.flatMap(({ id, points: own }) => (id === null ? [] : [[id, own] as const]));
  return { points: new Map(points), other: shares.find(({ id }) => id === null)?.points ?? 0 };
}
