import { type CaseEvidence, type Commit, namesOf } from './history';
import { type Prompt } from './prompt';

/**
 * Must-consider diseases that were never named while they were still to be thought of: before the stage whose findings
 * exclude them. Where somebody had no list before that, nothing was missed.
 */
export function dangerMissed(commits: readonly Commit[], evidence: CaseEvidence): Prompt | null {
  const missed = evidence.mustConsider.filter((diseaseId) => {
    const excludedFrom = evidence.stages.find(({ excluded }) => excluded.has(diseaseId))?.stageNo ?? Infinity;
    const inTime = commits.filter(({ stageNo }) => stageNo < excludedFrom);
    const names = namesOf(diseaseId, evidence.key);
    return inTime.length > 0 && !inTime.some(({ list }) => names.some((name) => list.points.has(name)));
  });
  return missed.length > 0 ? { code: 'danger-missed', diseaseIds: missed } : null;
}
