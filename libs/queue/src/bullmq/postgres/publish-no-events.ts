import { type Client } from 'pg';
import { changeSchema } from './change-schema';

/** Stands in the body of our own function, so that it is known. */
const MARK = 'OpenRounds publishes no events';

const LOCK = 'openrounds-queue-events';

/**
 * BullMQ writes an event and sends a signal for each step of a job, 27 in a run, which nobody here reads: a row, an entry
 * of each index, a lock that all commits with a signal share, and every listening connection of the database woken.
 * Besides, an event quotes the result. So its one function that publishes does nothing here. `QueueEvents` and
 * `waitUntilFinished`, which this library does not use, would wait in vain.
 */
export async function publishNoEvents(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_proc
      WHERE pronamespace = current_schema()::regnamespace AND proname = 'publish_event' AND prosrc LIKE $1`,
    [`%${MARK}%`],
  );
  if (rowCount !== 0) return;
  await changeSchema(
    client,
    LOCK,
    `CREATE OR REPLACE FUNCTION publish_event(p_queue text, p_event text, p_data jsonb) RETURNS bigint
       LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint /* ${MARK} */'`,
  );
}
