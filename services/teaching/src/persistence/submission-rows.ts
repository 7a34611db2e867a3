import { type Kept } from '@openrounds/learning';
import { type EntityManager } from 'typeorm';
import { keyOf, type AnswerKey } from '../ports/answer-store';
import { type SubmissionEntity } from './entities/submission.entity';

/**
 * Writes answers in the order given; one with a higher revision replaces what is kept, unless that came in time and it
 * did not. The rule stands in the statement itself, so that two batches at once cannot overwrite one another.
 *
 * @returns which were written
 */
export async function writeSubmissions(
  manager: EntityManager,
  rows: readonly SubmissionEntity[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const written = await manager.query<AnswerKey[]>(
    `INSERT INTO submissions (round_id, attempt, participant_id, tenant_id, room_id, number, revision, answer, text,
                              committed_at, received_at, late)
     SELECT r."roundId", r.attempt, r."participantId", r."tenantId", r."roomId", r.number, r.revision, r.answer, r.text,
            r."committedAt", r."receivedAt", r.late
       FROM jsonb_to_recordset($1::jsonb) AS r("roundId" uuid, attempt int, "participantId" uuid, "tenantId" text,
            "roomId" uuid, number int, revision int, answer jsonb, text jsonb, "committedAt" timestamptz,
            "receivedAt" timestamptz, late boolean)
     ON CONFLICT (round_id, attempt, participant_id) DO UPDATE
        SET revision = excluded.revision, number = excluded.number, answer = excluded.answer, text = excluded.text,
            committed_at = excluded.committed_at, received_at = excluded.received_at, late = excluded.late
      WHERE excluded.revision > submissions.revision AND (submissions.late OR NOT excluded.late)
     RETURNING round_id AS "roundId", attempt, participant_id AS "participantId"`,
    [JSON.stringify(rows)],
  );
  return new Set(written.map(keyOf));
}

/** What is kept of those keys, by key. */
export async function keptOf(
  manager: EntityManager,
  keys: readonly AnswerKey[],
): Promise<ReadonlyMap<string, Kept>> {
  const rows = await manager.query<(AnswerKey & Kept)[]>(
    `SELECT s.round_id AS "roundId", s.attempt, s.participant_id AS "participantId", s.revision, s.late, s.number
       FROM submissions s
       JOIN unnest($1::uuid[], $2::int[], $3::uuid[]) AS k(round_id, attempt, participant_id)
         ON s.round_id = k.round_id AND s.attempt = k.attempt AND s.participant_id = k.participant_id`,
    [
      keys.map(({ roundId }) => roundId),
      keys.map(({ attempt }) => attempt),
      keys.map(({ participantId }) => participantId),
    ],
  );
  return new Map(rows.map(({ revision, late, number, ...key }) => [keyOf(key), { revision, late, number }]));
}
