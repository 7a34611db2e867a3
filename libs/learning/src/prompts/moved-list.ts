import { CELLS_OF_ONE, cellOf, OTHER_CELLS, type StatedList } from '../scores/stated-list';
import { type StageEvidence } from './history';

/** A step from one committed list to the next, with the evidence that lay between. */
export interface Step {
  readonly before: StatedList;
  readonly now: StatedList;
  readonly from: StageEvidence;
  readonly to: StageEvidence;
}

/**
 * The student's own list, moved by the evidence between two commits: u(d) ∝ q(d)·e^Δ(d), Other with Δ = 0, where Δ is
 * the change of the engine's score. A disease named only now had one cell of Other before, as in the scores. One of which
 * the engine has no score at both stages moves like Other; one that the findings exclude goes to 0.
 *
 * @returns points of 100 by disease named before or now
 */
export function movedList({ before, now, from, to }: Step): ReadonlyMap<string, number> {
  const named = new Set([...before.points.keys(), ...now.points.keys()]);
  let rest = CELLS_OF_ONE;
  let total = 0;
  const weights = new Map<string, number>();
  for (const diseaseId of named) {
    const cells = cellOf(before, diseaseId);
    const weight = to.excluded.has(diseaseId) ? 0 : cells * Math.exp(change(diseaseId, from, to));
    weights.set(diseaseId, weight);
    rest -= cells;
    total += weight;
  }
  total += rest;
  return new Map(Array.from(weights, ([diseaseId, weight]) => [diseaseId, (100 * weight) / total]));
}

/** What a list gave a disease, in points: one cell of Other where it was not named. */
export function pointsOf(list: StatedList, diseaseId: string): number {
  return cellOf(list, diseaseId) / OTHER_CELLS;
}

function change(diseaseId: string, from: StageEvidence, to: StageEvidence): number {
  const [before, after] = [from.scores.get(diseaseId), to.scores.get(diseaseId)];
  return before === undefined || after === undefined ? 0 : after - before;
}
