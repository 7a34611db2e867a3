import { ROOM_CHANNEL, writeRoomSignal } from '@openrounds/contracts';
import { type EntityManager } from 'typeorm';

/** The number of the newest frame: that of the room and of all its counts. */
const SEQ = `(room->>'seq')::bigint + (SELECT coalesce(sum(seq), 0) FROM tallies t WHERE t.room_id = r.room_id)`;

/** Tells every gateway that a room has changed; sent when the transaction commits, not before. */
export async function notifyRoom(manager: EntityManager, roomId: string): Promise<void> {
  const [row] = await manager.query<{ seq: string }[]>(
    `SELECT ${SEQ} AS seq FROM rooms r WHERE room_id = $1`,
    [roomId],
  );
  if (row === undefined) return;
  await manager.query('SELECT pg_notify($1, $2)', [
    ROOM_CHANNEL,
    writeRoomSignal({ roomId, seq: Number(row.seq) }),
  ]);
}
