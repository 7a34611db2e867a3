/** A differential as a distribution: points of 100 on diseases, each at least 1, and the rest on Other. */
export interface StatedList {
  readonly points: ReadonlyMap<string, number>;
  /** More than 0. */
  readonly other: number;
}

/**
 * Other stands for everything that was not named: this many equal cells share its points. A disease that was not named
 * is one of them. With 20 of them naming pays once a disease holds about an eighth of what would else be Other.
 */
export const OTHER_CELLS = 20;

/** The final diagnosis and what is accepted in its place, as a teaching case writes it. */
export interface CaseKey {
  readonly diagnosis: string;
  readonly acceptable: readonly string[];
}

/** Every disease that counts as the diagnosis. */
export function acceptedBy({ diagnosis, acceptable }: CaseKey): ReadonlySet<string> {
  return new Set([diagnosis, ...acceptable]);
}

/**
 * What a list gives a disease in two-thousandths: its points, or one cell of Other. Whole numbers, so that whatever is
 * worked out from many lists does not depend on their order.
 */
export function cellOf(list: StatedList, diseaseId: string): number {
  const points = list.points.get(diseaseId);
  return points === undefined ? list.other : points * OTHER_CELLS;
}

/** The unit of {@link cellOf}: 1 is this many cells. */
export const CELLS_OF_ONE = 100 * OTHER_CELLS;

/**
 * The disease that alone has most points; null for a tie. Other is no rival: its points lie on twenty cells.
 */
export function leaderOf({ points }: StatedList): string | null {
  const [first, second] = inOrder(points);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** The two diseases with most points, in order; null where it is not clear which these are. */
export function twoLeadersOf({ points }: StatedList): readonly [string, string] | null {
  const [first, second, third] = inOrder(points);
  if (first === undefined || second === undefined || second[1] === third?.[1]) return null;
  return [first[0], second[0]];
}

function inOrder(points: ReadonlyMap<string, number>): [diseaseId: string, points: number][] {
  return [...points].sort((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1));
}
