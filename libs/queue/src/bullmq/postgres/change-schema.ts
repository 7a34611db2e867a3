import { type Client } from 'pg';

/**
 * Changes the queue's schema, which services that start together all find unchanged: one process at a time, so that none replaces
 * what another is replacing.
 *
 * @param lock the same for all who make this change
 * @param change a statement that may be made again
 */
export async function changeSchema(client: Client, lock: string, change: string): Promise<void> {
  await client.query(`
    BEGIN;
    SELECT pg_advisory_xact_lock(hashtext('${lock}'));
    ${change};
    COMMIT;`);
}
