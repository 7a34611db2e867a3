import { type AppendRecordPayload, type CaseBody, type JobMeta } from '@openrounds/contracts';
import { opensCommitment } from '@openrounds/learning';
import { uuidOf } from '@openrounds/platform';
import { type StoredTally } from '../ports/answer-store';
import { type StoredRoom } from '../ports/room-store';
import { committedKey } from './case-key';

type Kind = AppendRecordPayload['kind'];

/** The same record of the same room has the same id, and so is logged once. */
const recordIdOf = (roomId: string, kind: Kind): string => uuidOf(`openrounds/room-record ${roomId} ${kind}`);

const recordOf = (
  meta: JobMeta,
  { roomId }: StoredRoom,
  kind: Kind,
  at: Date,
  record: AppendRecordPayload['record'],
): AppendRecordPayload => ({
  meta,
  recordId: recordIdOf(roomId, kind),
  subjectId: roomId,
  kind,
  at: at.toISOString(),
  record,
});

const headOf = ({ roomId, room, caseId, caseVersion, contentHash, versions, keyHash }: StoredRoom) => ({
  roomId,
  ...(room.rehearsal === undefined ? {} : { rehearsal: true }),
  caseId,
  caseVersion,
  contentHash,
  versions,
  keyHash,
});

/** What is promised before the first answer: the hash of the key, not the key. */
export const keyCommitted = (meta: JobMeta, stored: StoredRoom, at: Date): AppendRecordPayload =>
  recordOf(meta, stored, 'key-committed', at, headOf(stored));

/**
 * What a room gave out, after its end: the key with the salt that opens its commitment, and what the class as one
 * answered. Whoever reads it recomputes the hash; whether it opens is said here too.
 */
export function roomReleased(
  meta: JobMeta,
  stored: StoredRoom,
  { body, tallies, at }: { body: CaseBody | undefined; tallies: readonly StoredTally[]; at: Date },
): AppendRecordPayload {
  const key = body === undefined ? null : committedKey(body, stored.planted);
  return recordOf(meta, stored, 'room-released', at, {
    ...headOf(stored),
    keySalt: stored.keySalt,
    key: key === null ? null : (JSON.parse(JSON.stringify(key)) as AppendRecordPayload['record']),
    opens: key !== null && opensCommitment(stored.keyHash, key, stored.keySalt),
    rounds: stored.room.rounds.map(({ id, stageNo, task, attempt }) => {
      const tally = tallies.find((each) => each.roundId === id && each.attempt === attempt);
      const counted = { answered: tally?.answered ?? 0, class: tally?.body ?? null };
      return { id, stageNo, task: task.task, attempt, ...counted };
    }),
  });
}
