import { eventually, testQueueKeys } from '@openrounds/testing';
import { type Job } from 'bullmq';
import { type BullBackend, type BullWorker } from '../../src/bullmq/backend';
import { openPostgresBackend } from '../../src/bullmq/postgres-backend';
import { openRedisBackend } from '../../src/bullmq/redis-backend';
import { type ChildOutcome, type Flow, type RefusalReason } from '../../src/index';
import { type BackendUnderTest, FAST_RECOVERY, newId } from './backend-under-test';
import { META, type TestQueues } from './test-queues';
import { WorkerRig } from './worker-rig';

const PLAIN = { removeOnComplete: false, removeOnFail: false };

export function describeSignatures(backend: () => BackendUnderTest): void {
  describe('somebody who can write to the backend, but has no key of the services', () => {
    let rig: WorkerRig;
    let raw: BullBackend;
    let refused: { queue: string; jobId: string; reason: RefusalReason }[];
    let rawWorkers: BullWorker[];
    beforeEach(async () => {
      refused = [];
      rawWorkers = [];
      rig = await WorkerRig.open(backend(), {
        observer: { messageRefused: (queue, jobId, reason) => refused.push({ queue, jobId, reason }) },
      });
      const { options } = backend();
      const heedless = () => undefined;
      raw =
        options.kind === 'postgres'
          ? await openPostgresBackend(options, heedless, heedless)
          : await openRedisBackend(options, heedless, heedless);
    });
    afterEach(async () => {
      await Promise.all(rawWorkers.map((worker) => worker.close()));
      await rig.close();
      await raw.close();
    });

    const inQueue = async <T>(
      name: string,
      use: (queue: ReturnType<BullBackend['queue']>) => Promise<T>,
    ): Promise<T> => {
      const queue = raw.queue(name, () => undefined);
      try {
        return await use(queue);
      } finally {
        await queue.close();
      }
    };
    const write = (name: string, job: string, jobId: string, data: unknown) =>
      inQueue(name, (queue) => queue.add(job, data, { ...PLAIN, jobId }));
    const dataOf = (name: string, jobId: string) =>
      inQueue(name, async (queue) => (await queue.getJob(jobId))?.data as Record<string, unknown>);
    const rawWorker = (name: string, work: (job: Job) => Promise<unknown>): void => {
      const { lockDurationMs, stalledIntervalMs, maxStalledCount } = FAST_RECOVERY;
      rawWorkers.push(
        raw.worker(
          name,
          (job) => work(job),
          {
            concurrency: 1,
            lockDuration: lockDurationMs,
            stalledInterval: stalledIntervalMs,
            maxStalledCount,
          },
          {
            onError: () => undefined,
            onStalled: () => undefined,
            onCompleted: () => undefined,
            onFailed: () => undefined,
          },
        ),
      );
    };
    const weigh = async (jobId: string, kilograms = 2) => {
      await rig.queues.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms }, { jobId });
      return dataOf('scales', jobId);
    };
    const gone = (jobId: string) =>
      eventually(
        `${jobId} gone`,
        async () => (await rig.queues.jobs.jobState('scales', jobId)) === 'missing',
      );

    it('has no job done: it is refused, told and removed, and the next one is done', async () => {
      const genuine = newId('weigh-v1');
      const signed = await weigh(genuine);
      await rig.queues.jobs.remove('scales', genuine);
      const strangers = testQueueKeys(9);
      const stranger = await WorkerRig.open(backend(), { signing: strangers });
      const unknown = await WorkerRig.open(backend(), {
        signing: { current: 'queue-other', keys: new Map([['queue-other', Buffer.alloc(32, 5)]]) },
      });
      const ids = {
        nothing: newId('weigh-v1'),
        old: newId('weigh-v1'),
        moved: newId('weigh-v1'),
        changed: newId('weigh-v1'),
        strange: newId('weigh-v1'),
        unknown: newId('weigh-v1'),
        renamed: newId('weigh-v1'),
      };
      const payload = { meta: META, kilograms: 66 };
      await write('scales', 'weigh.v1', ids.nothing, 'words');
      await write('scales', 'weigh.v1', ids.old, { v: 1, payload });
      await write('scales', 'weigh.v1', ids.moved, signed);
      const changed = await weigh(ids.changed);
      await inQueue('scales', async (queue) => {
        const body = String(changed['body']).replace('"kilograms":2', '"kilograms":66');
        await (await queue.getJob(ids.changed))?.updateData({ ...changed, body });
      });
      await stranger.queues.jobs.enqueue('scales', 'weigh.v1', payload, { jobId: ids.strange });
      await unknown.queues.jobs.enqueue('scales', 'weigh.v1', payload, { jobId: ids.unknown });
      const last = await weigh(ids.renamed);
      await rig.queues.jobs.remove('scales', ids.renamed);
      await write('scales', 'report.v1', ids.renamed, last);

      const weighed: number[] = [];
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: ({ kilograms }) => {
              weighed.push(kilograms);
              return Promise.resolve({ grams: kilograms * 1000 });
            },
          },
        ],
      );
      const next = newId('weigh-v1');
      await weigh(next, 7);
      await eventually('next', async () => (await rig.queues.jobs.jobState('scales', next)) === 'completed');
      await Promise.all(Object.values(ids).map(gone));
      expect(weighed).toEqual([7]);
      const reasons = Object.fromEntries(refused.map(({ jobId, reason }) => [jobId, reason]));
      expect(reasons).toEqual({
        [ids.nothing]: 'unsigned',
        [ids.old]: 'unsigned',
        [ids.moved]: 'wrong-signature',
        [ids.changed]: 'wrong-signature',
        [ids.strange]: 'wrong-signature',
        [ids.unknown]: 'unknown-key',
        [ids.renamed]: 'wrong-signature',
      });
      // What was refused stands in nobody's way: the true job can be sent under its id.
      await weigh(ids.old, 8);
      await eventually(
        'done',
        async () => (await rig.queues.jobs.jobState('scales', ids.old)) === 'completed',
      );
      await stranger.close();
      await unknown.close();
    });

    it('cannot say what a child found: the parent is told that its result was refused', async () => {
      const flow: Flow<TestQueues> = {
        parent: {
          queue: 'office',
          job: 'sum-up.v1',
          payload: { meta: META, title: 'one' },
          jobId: newId('sum-up-v1'),
        },
        children: [
          { queue: 'slow', job: 'weigh.v1', payload: { meta: META, kilograms: 2 }, jobId: newId('slow-v1') },
        ],
      };
      await rig.queues.flows.enqueueFlow(flow);
      rawWorker('slow', () => Promise.resolve({ grams: 66_000 }));
      const seen: (ChildOutcome<{ grams: number }> | undefined)[] = [];
      await rig.work(
        ['office'],
        [
          {
            queue: 'office',
            job: 'sum-up.v1',
            handle: async (_payload, { children }) => {
              seen.push(await children.outcome('slow', 'weigh.v1'));
              return { total: 0 };
            },
          },
        ],
      );
      await eventually('the parent is done', () => seen.length > 0);
      expect(seen).toEqual([{ ok: false, reason: 'its result was refused' }]);
      expect(refused).toEqual([{ queue: 'slow', jobId: flow.children[0]?.jobId, reason: 'unsigned' }]);
    });

    it('can neither ask nor answer', async () => {
      const requester = await rig.queues.openRequester('signed-0');
      let taken: Job | undefined;
      rawWorker('scales-interactive', (job) => {
        taken = job;
        return Promise.resolve(null);
      });
      const asked = requester.request(
        'scales-interactive',
        'weigh-now.v1',
        { meta: META, kilograms: 2 },
        { deadlineMs: 20_000 },
      );
      await eventually('the request is taken', () => taken !== undefined);
      await rawWorkers.pop()?.close();
      const id = taken?.id ?? '';

      await write('replies-signed-0', 'reply', id, {
        v: 1,
        correlationId: id,
        ok: true,
        result: { grams: 66 },
      });
      await eventually('the answer is refused', () => refused.length === 1);

      const responders = await rig.queues.startResponders({
        queues: ['scales-interactive'],
        handlers: [
          {
            queue: 'scales-interactive',
            job: 'weigh-now.v1',
            answer: ({ kilograms }) => Promise.resolve({ grams: kilograms * 1000 }),
          },
        ],
      });
      const question = newId('ask');
      await write('scales-interactive', 'weigh-now.v1', question, {
        v: 1,
        payload: { meta: META, kilograms: 66 },
        replyTo: 'replies-signed-0',
        correlationId: id,
      });
      await eventually('the question is refused', () => refused.length === 2);
      await write('scales-interactive', 'weigh-now.v1', id, taken?.data);
      expect(await asked).toEqual({ grams: 2000 });
      expect(refused).toEqual([
        { queue: 'replies-signed-0', jobId: id, reason: 'unsigned' },
        { queue: 'scales-interactive', jobId: question, reason: 'unsigned' },
      ]);
      await requester.close();
      await responders.close(5_000);
    });
  });

  it('accepts what was signed by a key that is not current any more', async () => {
    const old = await WorkerRig.open(backend());
    const jobId = newId('weigh-v1');
    await old.queues.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms: 2 }, { jobId });
    const { current, keys } = testQueueKeys();
    const rotated = await WorkerRig.open(backend(), {
      signing: { current: 'queue-new', keys: new Map([...keys, ['queue-new', Buffer.alloc(32, 1)]]) },
    });
    expect(current).toBe('queue-test');
    await rotated.work(['scales'], []);
    await eventually('done', async () => (await old.queues.jobs.jobState('scales', jobId)) === 'completed');
    await old.close();
    await rotated.close();
  });
}
