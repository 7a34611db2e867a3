import { acceptedBy, type CaseKey, OTHER_CELLS, type StatedList } from './stated-list';

/** Kept with each result; it rises when a rule of this file changes. */
export const SCORE_VERSION = 1;

/** How a list did against the key. */
export interface Score {
  readonly scoreVersion: typeof SCORE_VERSION;
  /** Nats, 0 (certain and right) to ln 2000 = 7.60; lower is better. */
  readonly logScore: number;
  /** 0 (certain and right) to below 2; lower is better. */
  readonly brier: number;
  readonly right: boolean;
  /** Points on the diagnosis and what is accepted in its place, 0–99. */
  readonly keyPoints: number;
}

/** All figures of a list. Every stage is scored against the final diagnosis: a score needs an outcome. */
export function scoreOf(list: StatedList, key: CaseKey): Score {
  return {
    scoreVersion: SCORE_VERSION,
    logScore: logScore(list, key),
    brier: brierScore(list, key),
    right: isRight(list, key),
    keyPoints: keyPoints(list, key),
  };
}

/** The points of the diagnosis and all that is accepted in its place, together. */
export function keyPoints({ points }: StatedList, key: CaseKey): number {
  let sum = 0;
  for (const diseaseId of acceptedBy(key)) sum += points.get(diseaseId) ?? 0;
  return sum;
}

/**
 * The probability that a list gave to what was so, 0.0005–0.99: the points of the accepted diagnoses together, or one
 * cell of Other where none was named.
 */
function probabilityOfKey(list: StatedList, key: CaseKey): number {
  const points = keyPoints(list, key);
  return points > 0 ? points / 100 : list.other / 100 / OTHER_CELLS;
}

/**
 * Logarithmic score −ln q, in nats (Good 1952, J R Stat Soc B 14:107–114). Strictly proper: who states what he believes
 * expects the least (Gneiting and Raftery 2007, J Am Stat Assoc 102:359–378).
 */
export function logScore(list: StatedList, key: CaseKey): number {
  return -Math.log(probabilityOfKey(list, key));
}

/**
 * Brier score over the named diseases and the cells of Other: (1 − q)² + the squares of all other cells (Brier 1950,
 * Mon Weather Rev 78:1–3, in its form for many classes). Accepted diagnoses are one class. Strictly proper too.
 */
export function brierScore(list: StatedList, key: CaseKey): number {
  const accepted = acceptedBy(key);
  let squares = 0;
  let named = false;
  for (const [diseaseId, points] of list.points) {
    if (accepted.has(diseaseId)) named = true;
    else squares += points ** 2;
  }
  const cellsLeft = named ? OTHER_CELLS : OTHER_CELLS - 1;
  const others = (squares + (cellsLeft * list.other ** 2) / OTHER_CELLS ** 2) / 100 ** 2;
  return (1 - probabilityOfKey(list, key)) ** 2 + others;
}

/**
 * Whether an accepted diagnosis has more points than every disease that is not accepted. Two accepted ones may share
 * the first place; Other is no rival, as its points lie on twenty cells.
 */
export function isRight({ points }: StatedList, key: CaseKey): boolean {
  const accepted = acceptedBy(key);
  let [best, rival] = [0, 0];
  for (const [diseaseId, stated] of points) {
    if (accepted.has(diseaseId)) best = Math.max(best, stated);
    else rival = Math.max(rival, stated);
  }
  return best > rival;
}
