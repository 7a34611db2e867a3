import { createTestDatabase } from '@openrounds/testing';
import { Client } from 'pg';
import { describeQueueConformance } from '../conformance/queue-conformance';

jest.setTimeout(180_000); // for a machine that is busy with other tests

describeQueueConformance('Postgres', async () => {
  const database = await createTestDatabase();
  return {
    options: { kind: 'postgres', url: database.url('queue') },
    dump: () => dumpTables(database.url('queue')),
    dispose: () => database.drop(),
  };
});

async function dumpTables(connectionString: string): Promise<string> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bullmq'`,
    );
    const dumps: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await client.query(
        `SELECT to_jsonb(t) AS row FROM bullmq.${client.escapeIdentifier(name)} t`,
      );
      dumps.push(JSON.stringify(rows.rows));
    }
    return dumps.join('\n');
  } finally {
    await client.end();
  }
}
