import { createTestDatabase, eventually, type TestDatabase } from '@openrounds/testing';
import { Client } from 'pg';
import { FAST_RECOVERY, newId } from '../conformance/backend-under-test';
import { META } from '../conformance/test-queues';
import { WorkerRig } from '../conformance/worker-rig';

jest.setTimeout(120_000); // for a machine that is busy with other tests

describe('how workers on Postgres hear of jobs', () => {
  let database: TestDatabase;
  let rig: WorkerRig;
  let client: Client;
  let open = 0;
  let mostOpen = 0;
  let release: () => void = () => undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url() });
    await client.connect();
    const options = { kind: 'postgres' as const, url: database.url('queue') };
    const backend = { options, dump: () => Promise.resolve(''), dispose: () => Promise.resolve() };
    rig = await WorkerRig.open(backend, { recovery: FAST_RECOVERY });
    const released = new Promise<void>((resolve) => (release = resolve));
    const handle = async () => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      await released;
      open -= 1;
      return { grams: 1 };
    };
    await rig.work(['scales', 'slow', 'office'], [{ queue: 'slow', job: 'weigh.v1', handle }]);
  });
  afterAll(async () => {
    await rig.close();
    await client.end();
    await database.drop();
  });

  const enqueue = async (queue: 'scales' | 'slow', delayMs = 0): Promise<string> => {
    const jobId = newId('weigh-v1');
    await rig.queues.jobs.enqueue(queue, 'weigh.v1', { meta: META, kilograms: 1 }, { jobId, delayMs });
    return jobId;
  };
  const done = (jobId: string) =>
    eventually('the job is done', () => rig.completed.some((event) => event.jobId === jobId));
  const listening = async (): Promise<number[]> => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`,
    );
    return rows.map(({ pid }) => pid);
  };

  it('is by one connection for all of them', async () => {
    await eventually('it listens', async () => (await listening()).length > 0);
    expect(await listening()).toHaveLength(1);
  });

  it('takes further jobs while one is under way', async () => {
    await Promise.all([enqueue('slow'), enqueue('slow')]);
    await eventually('one is under way', () => open > 0);
    const third = await enqueue('slow');
    await eventually('all three are under way', () => mostOpen === 3);
    release();
    await done(third);
  });

  it('takes a delayed job when it is due, though nothing tells of that', async () => {
    await done(await enqueue('scales', 300));
  });

  it('goes on when the connection is lost', async () => {
    const [lost] = await listening();
    await client.query('SELECT pg_terminate_backend($1)', [lost]);
    await done(await enqueue('scales'));
    await eventually('it listens again', async () => (await listening()).some((pid) => pid !== lost));
    await done(await enqueue('scales'));
  });

  it('leaves no events behind, which nobody reads', async () => {
    await done(await enqueue('scales'));
    const { rows } = await client.query('SELECT * FROM bullmq.event');
    expect(rows).toEqual([]);
  });
});
