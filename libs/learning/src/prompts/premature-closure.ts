import { leaderOf } from '../scores/stated-list';
import { type CaseEvidence, namesOf } from './history';
import { movedList, type Step } from './moved-list';
import { type Prompt } from './prompt';

/** Points from which a leader is taken as decided, and points up to which the evidence does not carry that. */
const DECIDED = 80;
const CARRIED = 60;

/**
 * A decision ahead of the evidence: a leader of 80 or more while the own list moved by the evidence gives it 60 or less;
 * or a must-consider disease that was named and is named no more, though nothing has excluded it.
 */
export function prematureClosure(
  step: Step,
  { key, mustConsider }: CaseEvidence,
  stageNo: number,
): Prompt | null {
  const { before, now, to } = step;
  const diseaseId = leaderOf(now);
  const stated = diseaseId === null ? 0 : (now.points.get(diseaseId) ?? 0);
  if (diseaseId !== null && stated >= DECIDED) {
    const moved = movedList(step).get(diseaseId) ?? 0;
    if (moved <= CARRIED) return { code: 'premature-closure', stageNo, diseaseId, stated, moved };
  }
  const dropped = mustConsider.filter(
    (id) =>
      before.points.has(id) && !to.excluded.has(id) && !namesOf(id, key).some((name) => now.points.has(name)),
  );
  return dropped.length > 0 ? { code: 'premature-closure', stageNo, dropped } : null;
}
