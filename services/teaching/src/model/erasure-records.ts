import { type AppendErasurePayload, type Asker, type JobMeta } from '@openrounds/contracts';
import { uuidOf } from '@openrounds/platform';
import { type RoomRef } from '../ports/room-store';

type Kind = AppendErasurePayload['kind'];

/** The same erasure has the same id, and so is logged once. */
const recordIdOf = (kind: Kind, { tenantId }: JobMeta, id: string): string =>
  uuidOf(`openrounds/${kind} ${tenantId} ${id}`);

const recordOf = (
  meta: JobMeta,
  kind: Kind,
  id: string,
  told: { readonly by: AppendErasurePayload['by']; readonly at: Date },
): AppendErasurePayload => ({
  meta,
  recordId: recordIdOf(kind, meta, id),
  kind,
  subject: id,
  by: told.by,
  at: told.at.toISOString(),
});

/**
 * That a learner was erased. The log is kept for ever and the learner's id is not: the record holds a hash of it. Who has the
 * id, in an export of before, finds the record; who reads the record does not find the id.
 */
export function learnerErased(
  meta: JobMeta,
  learnerId: string,
  by: Exclude<AppendErasurePayload['by'], 'owner'>,
  at: Date,
): AppendErasurePayload {
  const record = recordOf(meta, 'learner-erased', learnerId, { by, at });
  return { ...record, subject: record.recordId };
}

/** That a room was deleted, which only its age does. What it had promised and given out stays in the log. */
export const roomErased = (meta: JobMeta, { roomId }: RoomRef, at: Date): AppendErasurePayload =>
  recordOf(meta, 'room-erased', roomId, { by: 'retention', at });

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
