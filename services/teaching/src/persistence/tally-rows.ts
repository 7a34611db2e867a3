import { isDeepStrictEqual } from 'node:util';
import { type EntityManager } from 'typeorm';
import { type NewTally, type StoredScore, type StoredTally, type TallyReader } from '../ports/answer-store';
import { type StoredRoom } from '../ports/room-store';
import { type AnswerRows } from './answer-rows';
import { ParticipantEntity } from './entities/participant.entity';
import { ResultEntity } from './entities/result.entity';
import { SubmissionEntity } from './entities/submission.entity';
import { TallyEntity } from './entities/tally.entity';

/** What a round is counted from, inside the transaction that holds its lock. */
export const tallyReader = (
  manager: EntityManager,
  rows: AnswerRows,
  stored: StoredRoom,
  roundId: string,
): TallyReader => ({
  stored,
  async count(attempt, gone) {
    const [counted] = await manager.query<{ inTime: string; late: string }[]>(
      `SELECT count(*) FILTER (WHERE NOT late) AS "inTime", count(*) FILTER (WHERE late) AS late
         FROM submissions WHERE round_id = $1 AND attempt = $2 AND number <> ALL($3::int[])`,
      [roundId, attempt, gone],
    );
    return { inTime: Number(counted?.inTime ?? 0), late: Number(counted?.late ?? 0) };
  },
  async answers(attempt) {
    const found = await manager.findBy(SubmissionEntity, { roundId, attempt });
    return found.map((row) => rows.answerOf(row));
  },
  async scores() {
    const found = await manager.findBy(ResultEntity, { roomId: stored.roomId });
    return found.map(({ roomId: _roomId, ...score }) => score);
  },
  async members() {
    const found = await manager.find(ParticipantEntity, {
      select: { number: true, participantId: true },
      where: { roomId: stored.roomId },
    });
    return new Map(found.map(({ number, participantId }) => [number, participantId]));
  },
});

/** Writes counts under the next number where they are others than before, and with them the scores. */
export async function saveTally(
  manager: EntityManager,
  roomId: string,
  roundId: string,
  { scores, ...tally }: NewTally,
): Promise<boolean> {
  const key = { roundId, attempt: tally.attempt };
  if (scores !== null) await saveScores(manager, roomId, key, scores);
  const before = await manager.findOneBy(TallyEntity, key);
  if (before !== null && isDeepStrictEqual(contentOf(before), contentOf(tally))) return false;
  await manager.save(TallyEntity, { ...key, ...contentOf(tally), roomId, seq: (before?.seq ?? 0) + 1 });
  return true;
}

const contentOf = ({ answered, late, body, teamGain, final }: Omit<NewTally, 'attempt' | 'scores'>) => ({
  answered,
  late,
  body,
  teamGain,
  final,
});

async function saveScores(
  manager: EntityManager,
  roomId: string,
  key: { readonly roundId: string; readonly attempt: number },
  scores: readonly StoredScore[],
): Promise<void> {
  await manager.delete(ResultEntity, key);
  if (scores.length === 0) return;
  await manager.query(
    `INSERT INTO results (round_id, attempt, participant_id, room_id, score_version, log_score, brier, "right", key_points)
     SELECT r."roundId", r.attempt, r."participantId", $2, r."scoreVersion", r."logScore", r.brier, r."right", r."keyPoints"
       FROM jsonb_to_recordset($1::jsonb) AS r("roundId" uuid, attempt int, "participantId" uuid, "scoreVersion" int,
            "logScore" float8, brier float8, "right" boolean, "keyPoints" int)`,
    [JSON.stringify(scores), roomId],
  );
}

export const tallyOf = ({ roomId: _roomId, ...tally }: TallyEntity): StoredTally => tally;
