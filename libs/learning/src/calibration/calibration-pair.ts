import { acceptedBy, type CaseKey, type StatedList } from '../scores/stated-list';

/** What somebody gave a diagnosis, and whether it was so. */
export interface CalibrationPair {
  readonly personId: string;
  /** Points of 100. */
  readonly points: number;
  readonly hit: boolean;
}

/**
 * One pair for each diagnosis that the last committed list of a case names. Accepted diagnoses are one class as in the
 * scores: they give one pair, with their points together.
 */
export function calibrationPairs(personId: string, list: StatedList, key: CaseKey): CalibrationPair[] {
  const accepted = acceptedBy(key);
  const pairs: CalibrationPair[] = [];
  let accepting = 0;
  for (const [diseaseId, points] of list.points) {
    if (accepted.has(diseaseId)) accepting += points;
    else pairs.push({ personId, points, hit: false });
  }
  return accepting > 0 ? [...pairs, { personId, points: accepting, hit: true }] : pairs;
}
