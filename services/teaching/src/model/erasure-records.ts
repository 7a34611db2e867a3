import { type AppendRecordPayload, type Asker, type JobMeta } from '@openrounds/contracts';
import { uuidOf } from '@openrounds/platform';
import { type RoomRef } from '../ports/room-store';

/** Who had it erased: a role, never a name. `retention`: it was kept long enough. */
type ErasedBy = 'administrator' | 'owner' | 'retention' | 'self';

/** What the log is told of one erasure. The record is about itself, so that no erasure empties it. */
function recordOf(
  meta: JobMeta,
  kind: AppendRecordPayload['kind'],
  id: string,
  at: Date,
  say: (recordId: string) => AppendRecordPayload['record'],
): AppendRecordPayload {
  // The same erasure has the same id, and so is logged once.
  const recordId = uuidOf(`openrounds/${kind} ${meta.tenantId} ${id}`);
  return { meta, recordId, subjectId: recordId, kind, at: at.toISOString(), record: say(recordId) };
}

/**
 * That a learner was erased. The log is kept for ever and the learner's id is not: the record holds a hash of it. Who has the
 * id, in an export of before, finds the record; who reads the record does not find the id.
 */
export const learnerErased = (
  meta: JobMeta,
  learnerId: string,
  by: Exclude<ErasedBy, 'owner'>,
  at: Date,
): AppendRecordPayload => recordOf(meta, 'learner-erased', learnerId, at, (learner) => ({ learner, by }));

/** That a room was deleted, which only its age does. What it had promised and given out stays in the log. */
export const roomErased = (meta: JobMeta, { roomId }: RoomRef, at: Date): AppendRecordPayload =>
  recordOf(meta, 'room-erased', roomId, at, () => ({ roomId, by: 'retention' satisfies ErasedBy }));

/** That a teacher's own case was erased with its versions, reviews and forecasts. */
export const caseErased = (
  meta: JobMeta,
  { caseId, owner }: { readonly caseId: string; readonly owner: string },
  asked: Asker,
  at: Date,
): AppendRecordPayload => {
  const by: ErasedBy = asked.subject === owner ? 'owner' : 'administrator';
  return recordOf(meta, 'teaching-case-erased', caseId, at, () => ({ caseId, by }));
};
