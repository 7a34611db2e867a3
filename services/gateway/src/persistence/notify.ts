import { type EntityManager } from 'typeorm';

/** The channel on which instances of the gateway tell one another that a run has changed. */
export const RUN_CHANNEL = 'gateway_run_changed';
/** The channel on which teaching tells that a room has changed, with `<room id> <seq>`. */
export const ROOM_CHANNEL = 'teaching_room';
export const CHANNELS = [RUN_CHANNEL, ROOM_CHANNEL] as const;
export type Channel = (typeof CHANNELS)[number];

/** Sent when the transaction commits, not before. */
export const notifyRun = (manager: EntityManager, runId: string): Promise<unknown> =>
  manager.query('SELECT pg_notify($1, $2)', [RUN_CHANNEL, runId]);
