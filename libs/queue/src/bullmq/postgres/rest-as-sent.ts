import { type Client } from 'pg';
import { changeSchema } from './change-schema';

/** `EXTERNAL`: out of the row where it is long, and never compressed. */
const EXTERNAL = 'e';
const COLUMNS = ['data', 'return_value'];
const LOCK = 'openrounds-queue-storage';

/**
 * What is long in a job is an answer or a sealed text, deflated or enciphered already: by itself Postgres tries to make it
 * smaller again each time that it is written, in vain and for a twentieth of its time.
 */
export async function restAsSent(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_attribute
      WHERE attrelid = 'job'::regclass AND attname = ANY($1) AND attstorage <> $2`,
    [COLUMNS, EXTERNAL],
  );
  if (rowCount === 0) return;
  const changes = COLUMNS.map((column) => `ALTER COLUMN ${column} SET STORAGE EXTERNAL`).join(', ');
  await changeSchema(client, LOCK, `ALTER TABLE job ${changes}`);
}
