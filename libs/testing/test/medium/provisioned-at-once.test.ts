import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../src/index';

jest.setTimeout(60_000); // for a machine that is busy with other tests

/** How the queue's role commits in a database (docs/adr/0028). */
async function commitOfQueue(database: TestDatabase): Promise<unknown> {
  const client = new Client({ connectionString: database.url('queue') });
  await client.connect();
  try {
    return (await client.query('SHOW synchronous_commit')).rows[0]?.synchronous_commit;
  } finally {
    await client.end();
  }
}

describe('databases of one server', () => {
  it('are provisioned at once, although they share their roles', async () => {
    const databases = await Promise.all(Array.from({ length: 12 }, () => createTestDatabase()));
    const commits = await Promise.all(databases.map(commitOfQueue));
    await Promise.all(databases.map((database) => database.drop()));
    expect(commits).toEqual(databases.map(() => 'off'));
  });
});
