/** The Postgres channel on which teaching says, once its transaction is committed, that a room has changed. */
export const ROOM_CHANNEL = 'teaching_room';

export interface RoomSignal {
  readonly roomId: string;
  /** Of the newest frame. */
  readonly seq: number;
}

export const writeRoomSignal = ({ roomId, seq }: RoomSignal): string => `${roomId} ${String(seq)}`;

/** Undefined for a payload of another form: any role of the database may notify. */
export function readRoomSignal(payload: string): RoomSignal | undefined {
  const [, roomId, seq] = /^([0-9a-f-]{36}) (\d{1,15})$/.exec(payload) ?? [];
  return roomId === undefined ? undefined : { roomId, seq: Number(seq) };
}
