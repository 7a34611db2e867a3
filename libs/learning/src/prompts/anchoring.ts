import { leaderOf, type StatedList } from '../scores/stated-list';
import { movedList, pointsOf, type Step } from './moved-list';
import { type Prompt } from './prompt';

/** Odds on the first leader that many times those that the evidence leaves. */
const ODDS = 3;

/** Points below which a list says that it hardly believes in a disease: the first bin of the calibration curve. */
const HARDLY = 5;

/**
 * The first leader of all kept although the evidence of this stage speaks against it: it fell, and the student's odds are
 * at least three times those of the own list moved by the evidence. What the evidence leaves is taken as at least
 * five points: odds of one or two in a hundred are nothing that people tell apart, and who leaves an old leader five has
 * let go of it.
 */
export function anchoring(first: StatedList, step: Step, stageNo: number): Prompt | null {
  const diseaseId = leaderOf(first);
  const stated = diseaseId === null ? undefined : step.now.points.get(diseaseId);
  if (diseaseId === null || stated === undefined) return null;
  const before = pointsOf(step.before, diseaseId);
  const moved = movedList(step).get(diseaseId) ?? 0;
  const excess = logit(stated) - logit(Math.max(moved, HARDLY));
  if (moved >= before || excess < Math.log(ODDS)) return null;
  return { code: 'anchoring', stageNo, diseaseId, before, stated, moved };
}

function logit(points: number): number {
  return Math.log(points / (100 - points));
}
