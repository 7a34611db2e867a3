import {
  createTestDatabase,
  eventually,
  itInFull,
  LosingProxy,
  type TestDatabase,
} from '@openrounds/testing';
import { Client } from 'pg';
import { FAST_RECOVERY, newId } from '../conformance/backend-under-test';
import { isInfrastructureFault } from '../../src/index';
import { META } from '../conformance/test-queues';
import { type Handler, WorkerRig } from '../conformance/worker-rig';

jest.setTimeout(120_000); // for a machine that is busy with other tests

/** Lets nobody but the superuser in and ends the connections of the rest, or lets them in again. */
async function limitConnections(database: TestDatabase, limit: 0 | -1): Promise<void> {
  const client = new Client({ connectionString: database.url() });
  await client.connect();
  try {
    const name = client.escapeIdentifier(new URL(database.url()).pathname.slice(1));
    await client.query(`ALTER DATABASE ${name} CONNECTION LIMIT ${String(limit)}`);
    if (limit === 0) {
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
  } finally {
    await client.end();
  }
}

/** A trigger that refuses the first job to be completed; a sequence keeps its count when a transaction is undone. */
const REFUSE_ONE = `
  CREATE SEQUENCE completions;
  CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF nextval('completions') = 1 THEN
      RAISE EXCEPTION 'too many connections' USING ERRCODE = '53300';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_one BEFORE UPDATE ON job
    FOR EACH ROW WHEN (NEW.state = 'completed') EXECUTE FUNCTION refuse_one();`;

async function refuseOneResult(database: TestDatabase): Promise<void> {
  const client = new Client({ connectionString: database.url('queue'), options: '-c search_path=bullmq' });
  await client.connect();
  await client.query(REFUSE_ONE).finally(() => client.end());
}

describe('when Postgres goes away between the work and its result', () => {
  let database: TestDatabase;
  let rig: WorkerRig;
  const errors: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const options = { kind: 'postgres' as const, url: database.url('queue') };
    const backend = { options, dump: () => Promise.resolve(''), dispose: () => Promise.resolve() };
    rig = await WorkerRig.open(backend, {
      recovery: FAST_RECOVERY,
      observer: {
        jobFailed: (_event, error) => errors.push(`failed ${error.message}`),
        backendError: (_queue, error) => errors.push(error.message),
      },
    });
  });
  afterAll(async () => {
    await rig.close();
    await database.drop();
  });

  it('has the job done, once more where its result is lost, and counts no try', async () => {
    const jobId = newId('weigh-v1');
    const tries: number[] = [];
    await rig.work(
      ['scales'],
      [
        {
          queue: 'scales',
          job: 'weigh.v1',
          handle: async (_payload, { attempt }) => {
            tries.push(attempt);
            if (tries.length === 1) await limitConnections(database, 0);
            return { grams: 1 };
          },
        },
      ],
    );
    await rig.queues.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms: 1 }, { jobId });
    await eventually('the result is refused', () =>
      errors.some((text) => text.includes('too many connections')),
    );
    await limitConnections(database, -1);
    const state = () => rig.queues.jobs.jobState('scales', jobId).catch(() => undefined);
    await eventually('the job is done', async () => (await state()) === 'completed', 60_000);
    expect(new Set(tries)).toEqual(new Set([1]));
  });

  it('counts no try either where it is back in time to hear of the refusal', async () => {
    const jobId = newId('weigh-v1');
    const tries: number[] = [];
    const weigh: Handler = {
      queue: 'slow',
      job: 'weigh.v1',
      handle: (_payload, { attempt }) => {
        tries.push(attempt);
        return Promise.resolve({ grams: 1 });
      },
    };
    await refuseOneResult(database);
    await rig.work(['slow'], [weigh]);
    await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 1 }, { jobId });
    const isDone = async () => (await rig.queues.jobs.jobState('slow', jobId)) === 'completed';
    await eventually('the job is done', isDone, 60_000);
    expect(tries).toEqual([1, 1]);
  });
});

describe('a Postgres that hangs', () => {
  itInFull('is an outage when a statement has had its time, and is used again when it answers', async () => {
    const database = await createTestDatabase();
    const proxy = await LosingProxy.open(database.url('queue'));
    const options = { kind: 'postgres' as const, url: proxy.url };
    const backend = { options, dump: () => Promise.resolve(''), dispose: () => Promise.resolve() };
    const rig = await WorkerRig.open(backend, { observer: {} });
    const send = (jobId: string) =>
      rig.queues.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms: 1 }, { jobId });
    await send(newId('weigh-v1'));
    proxy.fallSilent();
    const failure: unknown = await send(newId('weigh-v1')).catch((error: unknown) => error);
    expect([failure, isInfrastructureFault(failure)]).toEqual([expect.any(Error), true]);
    proxy.restore();
    await eventually('it answers', () =>
      send(newId('weigh-v1')).then(
        () => true,
        () => false,
      ),
    );
    await rig.close();
    await proxy.close();
    await database.drop();
  });
});
