import { type EnqueueOptions, PayloadRejected, openQueues } from '@openrounds/queue';
import { eventually, signal, testQueueKeys } from '@openrounds/testing';
import { Client } from 'pg';
import { OutboxMessage, type OutboxRelay, type OutboxRelayOptions, startOutboxRelay } from '../../src/index';
import { META, type OutboxRig, POST, newId, openOutboxRig } from '../fixtures/outbox-rig';
import { RecordingTarget } from '../fixtures/recording-target';

jest.setTimeout(60_000); // for a machine that is busy with other tests

/** Longer than any test: what happens earlier was brought about by a commit, not by the next look. */
const NEVER_MS = 600_000;

describe('outbox', () => {
  let rig: OutboxRig;
  let target: RecordingTarget;
  const relays: OutboxRelay[] = [];

  beforeEach(async () => {
    rig = await openOutboxRig();
    target = new RecordingTarget();
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.close();
    await rig.close();
  });

  const relay = (options: Partial<OutboxRelayOptions> = {}) => {
    const started = startOutboxRelay({ dataSource: rig.dataSource, target, pollMs: 25, ...options });
    relays.push(started);
    return started;
  };
  const messages = () => rig.dataSource.manager.find(OutboxMessage, { order: { id: 'ASC' } });
  const allSent = () =>
    eventually('everything is sent', async () => (await messages()).every(({ sentAt }) => sentAt !== null));

  it('sends what was committed, as soon as it is committed, and keeps nothing of its payload', async () => {
    relay({ pollMs: NEVER_MS });
    const jobId = newId();
    await rig.write(jobId, 'dear colleague');
    await allSent();
    expect(target.received).toEqual([{ jobId, payload: { meta: META, text: 'dear colleague' } }]);
    expect(await messages()).toEqual([expect.objectContaining({ jobId, payload: null, attempts: 1 })]);
  });

  it('sends nothing of a transaction that was rolled back', async () => {
    relay();
    const [lost, kept] = [newId(), newId()];
    const failing = rig.dataSource.transaction(async (manager) => {
      await rig.outbox.add(manager, {
        queue: 'post',
        job: 'letter.v1',
        payload: { meta: META, text: '' },
        jobId: lost,
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await rig.write(kept);
    await allSent();
    expect(target.jobIds).toEqual([kept]);
  });

  it('sends what an earlier process wrote and did not send', async () => {
    const jobId = newId();
    await rig.write(jobId);
    relay({ pollMs: NEVER_MS });
    await allSent();
    expect(target.jobIds).toEqual([jobId]);
  });

  it('sends in the order of writing, over several batches', async () => {
    const jobIds = Array.from({ length: 25 }, newId);
    for (const jobId of jobIds) await rig.write(jobId);
    relay({ batchSize: 10, pollMs: NEVER_MS });
    await allSent();
    expect(target.jobIds).toEqual(jobIds);
  });

  it('takes the same job once', async () => {
    const jobId = newId();
    await rig.write(jobId);
    await rig.write(jobId);
    relay();
    await allSent();
    await rig.write(jobId);
    expect(await messages()).toHaveLength(1);
    expect(target.jobIds).toEqual([jobId]);
  });

  it('refuses a message outside a transaction, and one that breaks its schema', async () => {
    const message = {
      queue: 'post',
      job: 'letter.v1',
      payload: { meta: META, text: '' },
      jobId: newId(),
    } as const;
    await expect(rig.outbox.add(rig.dataSource.manager, message)).rejects.toThrow(
      /belongs into the transaction/,
    );
    const wrong = { ...message, payload: { meta: META, text: 7 as unknown as string } };
    const writing = rig.dataSource.transaction((manager) => rig.outbox.add(manager, wrong));
    await expect(writing).rejects.toThrow('post/letter.v1: text: invalid_type');
  });

  it('keeps everything in order while the queue is away, and tells how long it waits', async () => {
    const errors: [string, boolean][] = [];
    target.fault = () => new Error('connection refused');
    relay({ onError: (error, willRetry) => errors.push([error.message, willRetry]) });
    const jobIds = [newId(), newId(), newId()];
    for (const jobId of jobIds) await rig.write(jobId);
    await eventually('several tries', () => errors.length > 2);
    expect(errors[0]).toEqual(['connection refused', true]);
    const { unsent, oldestAgeMs } = await rig.outbox.backlog(rig.dataSource.manager);
    expect(unsent).toBe(3);
    expect(oldestAgeMs).toBeGreaterThan(0);

    target.fault = undefined;
    await allSent();
    expect(target.jobIds).toEqual(jobIds);
    expect(await rig.outbox.backlog(rig.dataSource.manager)).toEqual({ unsent: 0, oldestAgeMs: 0 });
  });

  it('marks what was sent before the queue went away, so that it is not sent again', async () => {
    const [first, second] = [newId(), newId()];
    await rig.write(first);
    await rig.write(second);
    target.fault = (jobId) => (jobId === second ? new Error('connection refused') : undefined);
    relay();
    await eventually('the first is marked', async () => (await messages())[0]?.sentAt !== null);
    target.fault = undefined;
    await allSent();
    expect(target.jobIds).toEqual([first, second]);
  });

  it('sets aside what the queue refuses for good, and goes on', async () => {
    const [refused, sound] = [newId(), newId()];
    const errors: boolean[] = [];
    target.fault = (jobId) =>
      jobId === refused ? new PayloadRejected('post', 'letter.v1', ['text: too_big']) : undefined;
    await rig.write(refused);
    await rig.write(sound);
    relay({ onError: (_error, willRetry) => errors.push(willRetry) });
    await eventually('the sound one is sent', () => target.jobIds.includes(sound));
    await eventually('the other is set aside', async () => (await messages())[0]?.failedAt !== null);
    expect(errors).toEqual([false]);
    expect((await rig.outbox.backlog(rig.dataSource.manager)).unsent).toBe(0);
  });

  it('lets several relays share the work, each message sent once', async () => {
    const jobIds = Array.from({ length: 60 }, newId);
    for (const jobId of jobIds) await rig.write(jobId);
    const second = await rig.anotherDataSource('second');
    relay({ batchSize: 5 });
    relay({ batchSize: 5, dataSource: second });
    await allSent();
    expect([...target.jobIds].sort()).toEqual([...jobIds].sort());
  });

  it('forgets sent messages after their retention', async () => {
    await rig.write(newId());
    const early = relay();
    await allSent();
    await early.close();
    relay({ retentionMs: 0 });
    await eventually('the message is forgotten', async () => (await messages()).length === 0);
  });

  it('takes a message back that was not sent yet', async () => {
    const [erased, kept] = [newId(), newId()];
    await rig.write(erased);
    await rig.write(kept);
    await rig.dataSource.transaction((manager) => rig.outbox.forget(manager, [erased]));
    relay();
    await allSent();
    expect(target.jobIds).toEqual([kept]);
  });

  it('has a job run once although the relay died between sending and marking', async () => {
    const queues = await openQueues({
      map: POST,
      signing: testQueueKeys(),
      backend: { kind: 'postgres', url: rig.database.url('queue') },
    });
    const read: string[] = [];
    const workers = await queues.startWorkers({
      queues: ['post'],
      handlers: [
        {
          queue: 'post',
          job: 'letter.v1',
          handle: ({ text }) => {
            read.push(text);
            return Promise.resolve(null);
          },
        },
      ],
    });
    const sent = signal();
    const end = signal();
    const dying = await rig.anotherDataSource('dying');
    const jobId = newId();
    await rig.write(jobId, 'once');
    relay({
      dataSource: dying,
      target: {
        async enqueue(_queue: string, _job: string, payload: unknown, options: EnqueueOptions) {
          await queues.jobs.enqueue(
            'post',
            'letter.v1',
            payload as { meta: typeof META; text: string },
            options,
          );
          sent.fire();
          await end.happened;
        },
      },
    });
    await sent.happened;
    await terminate(rig, 'dying');

    relay({ target: queues.jobs });
    await allSent();
    await eventually(
      'the job is done',
      async () => (await queues.jobs.jobState('post', jobId)) === 'completed',
    );
    expect(read).toEqual(['once']);
    end.fire();
    await workers.close(5_000);
    await queues.close();
  });
});

/** Ends a process's database sessions as its death would. */
async function terminate(rig: OutboxRig, applicationName: string): Promise<void> {
  const client = new Client({ connectionString: rig.database.url() });
  await client.connect();
  try {
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
      applicationName,
    ]);
  } finally {
    await client.end();
  }
}
