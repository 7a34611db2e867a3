import { type AppendErasurePayload, type Asker, type JobMeta } from '@openrounds/contracts';
import { uuidOf } from '@openrounds/platform';
import { type StoredAssignment, type TakenAway } from '../ports/assignment-store';
import { type AnsweredRoom, type RoomRef } from '../ports/room-store';

type Kind = AppendErasurePayload['kind'];

/** Who has something erased, and when. */
interface Told {
  readonly by: AppendErasurePayload['by'];
  readonly at: Date;
}

/** The same erasure has the same id, and so is logged once. */
const recordIdOf = (kind: Kind, { tenantId }: JobMeta, id: string): string =>
  uuidOf(`openrounds/${kind} ${tenantId} ${id}`);

const recordOf = (
  meta: JobMeta,
  kind: Kind,
  id: string,
  told: Told & Pick<AppendErasurePayload, 'held'>,
): AppendErasurePayload => ({
  meta,
  recordId: recordIdOf(kind, meta, id),
  kind,
  subject: id,
  ...told,
  at: told.at.toISOString(),
});

/** Who has somebody erased: they themselves, an administrator, or nobody but time. */
export type OfPerson = 'administrator' | 'retention' | 'self';

/**
 * That a learner was erased. The log is kept for ever and the learner's id is not: the record holds a hash of it. Who has the
 * id, in an export of before, finds the record; who reads the record does not find the id.
 */
export function learnerErased(
  meta: JobMeta,
  learnerId: string,
  by: OfPerson,
  at: Date,
): AppendErasurePayload {
  const record = recordOf(meta, 'learner-erased', learnerId, { by, at });
  return { ...record, subject: record.recordId };
}

/** That a room was deleted, which only its age does. What it had promised and given out stays in the log. */
export const roomErased = (meta: JobMeta, { roomId }: RoomRef, at: Date): AppendErasurePayload =>
  recordOf(meta, 'room-erased', roomId, { by: 'retention', at });

/** That what everybody had answered in a room was deleted with its participants, which only time does; its counts stay. */
export const answersErased = (
  meta: JobMeta,
  { roomId, participants, answers }: AnsweredRoom,
  at: Date,
): AppendErasurePayload =>
  recordOf(meta, 'answers-erased', roomId, { by: 'retention', at, held: { participants, answers } });

/**
 * That somebody was forgotten in a room, with their answers. It names the room alone: the id of the participant is in the
 * record's own id, as a hash.
 */
export const participantErased = (
  meta: JobMeta,
  { roomId, participantId, answers }: { roomId: string; participantId: string; answers: number },
  { by, at }: { readonly by: OfPerson; readonly at: Date },
): AppendErasurePayload => ({
  ...recordOf(meta, 'answers-erased', participantId, { by, at, held: { participants: 1, answers } }),
  subject: roomId,
});

/** That an assignment was deleted with all attempts at it, and so with their marks. That these were released stays in the log. */
export const assignmentErased = (
  meta: JobMeta,
  { assignmentId, attempts }: TakenAway,
  { by, at }: Told,
): AppendErasurePayload => recordOf(meta, 'assignment-erased', assignmentId, { by, at, held: { attempts } });

/** As what somebody has it deleted who leads it. */
export function eraserOf({ owner }: Pick<StoredAssignment, 'owner'>, by: Asker): Told['by'] {
  if (by.subject === owner) return 'owner';
  return by.role === 'admin' ? 'administrator' : 'staff';
}

/** That a teacher's own case was erased with its versions, reviews and forecasts. */
export const caseErased = (
  meta: JobMeta,
  { caseId, owner }: { readonly caseId: string; readonly owner: string },
  asked: Asker,
  at: Date,
): AppendErasurePayload =>
  recordOf(meta, 'teaching-case-erased', caseId, {
    by: asked.subject === owner ? 'owner' : 'administrator',
    at,
  });
