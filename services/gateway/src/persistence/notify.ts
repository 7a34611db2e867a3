import { readRoomSignal, ROOM_CHANNEL, RunStatus } from '@openrounds/contracts';
import { type EntityManager } from 'typeorm';
import { type Signal } from '../ports/signals';

/** The channel on which instances of the gateway tell one another that a run has changed. */
export const RUN_CHANNEL = 'gateway_run_changed';
/** The channels that a gateway hears, and how the payloads of each name what has changed. */
export const CHANNELS = {
  [RUN_CHANNEL]: readRunSignal,
  [ROOM_CHANNEL]: (payload: string): Signal | undefined => {
    const room = readRoomSignal(payload);
    return room && { id: room.roomId };
  },
} as const;
export type Channel = keyof typeof CHANNELS;
export const isChannel = (name: string): name is Channel => Object.hasOwn(CHANNELS, name);

/** As text: the id alone where something else has changed than the status. */
export const writeRunSignal = (runId: string, status: RunStatus): string => `${runId} ${status}`;

function readRunSignal(payload: string): Signal | undefined {
  const [id = '', said] = payload.split(' ');
  const status = RunStatus.safeParse(said).data;
  return status === undefined ? { id } : { id, status };
}

/** Sent when the transaction commits, not before. */
export const notifyRun = (manager: EntityManager, runId: string): Promise<unknown> =>
  manager.query('SELECT pg_notify($1, $2)', [RUN_CHANNEL, runId]);
