import { type EntityManager } from 'typeorm';

/** The channel on which instances of the gateway tell one another that a run has changed. */
export const RUN_CHANNEL = 'gateway_run_changed';

/** Sent when the transaction commits, not before. */
export const notifyRun = (manager: EntityManager, runId: string): Promise<unknown> =>
  manager.query('SELECT pg_notify($1, $2)', [RUN_CHANNEL, runId]);
