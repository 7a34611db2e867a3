import { type AppendRecordPayload, type Asker, type JobMeta } from '@openrounds/contracts';
import { uuidOf } from '@openrounds/platform';
import { canonicalHash } from '@openrounds/transparency-log';
import { type StoredAssignment } from '../ports/assignment-store';
import { type Attempts } from '../ports/attempt-store';
import { counted } from './score-to-send';

/**
 * That the marks of an assignment were released: of which case, how they are made, and how many there are. The marks stand
 * there as one hash, of attempts by their random ids: whoever has the results can show that they are those of the release, and
 * the record names no learner and no mark. The same release has the same id, and so is logged once.
 *
 * @param learners the attempts of each, in their order
 */
export function marksReleased(
  meta: JobMeta,
  released: StoredAssignment,
  learners: readonly Attempts[],
  { by, at }: { readonly by: Asker; readonly at: Date },
): AppendRecordPayload {
  const { assignmentId, caseId, caseVersion, contentHash, versions, mode, stages, scored } = released;
  const marks = learners
    .flatMap((attempts) => counted(attempts, released, at) ?? [])
    .map(({ attempt: { attemptId }, value }) => ({ attemptId, score: value }))
    .sort((one, other) => (one.attemptId < other.attemptId ? -1 : 1));
  const kind = 'marks-released';
  return {
    meta,
    recordId: uuidOf(`openrounds/assignment-record ${assignmentId} ${kind}`),
    subjectId: assignmentId,
    kind,
    at: at.toISOString(),
    record: {
      ...{ assignmentId, caseId, caseVersion, contentHash, versions, mode, stages, scored },
      by: by.subject === released.owner ? 'owner' : by.role,
      attempts: learners.reduce((sum, attempts) => sum + attempts.length, 0),
      marks: { count: marks.length, sha256: canonicalHash(marks) },
    },
  };
}
