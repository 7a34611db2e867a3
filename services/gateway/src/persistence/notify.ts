import { readRoomSignal, ROOM_CHANNEL } from '@openrounds/contracts';
import { type EntityManager } from 'typeorm';

/** The channel on which instances of the gateway tell one another that a run has changed. */
export const RUN_CHANNEL = 'gateway_run_changed';
/** The channels that a gateway hears, and how the payloads of each name what has changed. */
export const CHANNELS = {
  [RUN_CHANNEL]: (payload: string): string | undefined => payload,
  [ROOM_CHANNEL]: (payload: string): string | undefined => readRoomSignal(payload)?.roomId,
} as const;
export type Channel = keyof typeof CHANNELS;
export const isChannel = (name: string): name is Channel => Object.hasOwn(CHANNELS, name);

/** Sent when the transaction commits, not before. */
export const notifyRun = (manager: EntityManager, runId: string): Promise<unknown> =>
  manager.query('SELECT pg_notify($1, $2)', [RUN_CHANNEL, runId]);
