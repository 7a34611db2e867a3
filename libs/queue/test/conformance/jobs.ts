import { eventually, signal } from '@openrounds/testing';
import {
  BusyFault,
  type JobContext,
  PayloadRejected,
  PermanentFault,
  ProcessorMismatch,
} from '../../src/index';
import { type BackendUnderTest, FAST_RECOVERY, newId } from './backend-under-test';
import { META, type TestQueues } from './test-queues';
import { WorkerRig } from './worker-rig';

export function describeJobs(backend: () => BackendUnderTest): void {
  describe('jobs', () => {
    let rig: WorkerRig;
    beforeEach(async () => {
      rig = await WorkerRig.open(backend());
    });
    afterEach(() => rig.close());

    const ended = (jobId: string, state: 'completed' | 'failed' | 'missing') =>
      eventually(
        `${jobId} ${state}`,
        async () => (await rig.queues.jobs.jobState('scales', jobId)) === state,
      );
    const weigh = (jobId: string, kilograms = 2) =>
      rig.queues.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms }, { jobId });

    it('hands the payload and the context to the handler', async () => {
      const seen = signal<{ kilograms: number; context: JobContext<TestQueues> }>();
      const jobId = newId('weigh-v1');
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: ({ kilograms }, context) => {
              seen.fire({ kilograms, context });
              return Promise.resolve({ grams: kilograms * 1000 });
            },
          },
        ],
      );
      await weigh(jobId, 3);

      const { kilograms, context } = await seen.happened;
      expect(kilograms).toBe(3);
      expect(context).toMatchObject({
        queue: 'scales',
        job: 'weigh.v1',
        jobId,
        meta: META,
        attempt: 1,
        lastAttempt: false,
      });
      await ended(jobId, 'completed');
      await eventually('the completion is told', () => rig.completed.length > 0);
      // At least once: on a machine that stands still it may have been handled again. It is completed once.
      expect(rig.completed).toEqual([
        expect.objectContaining({ jobId, requestId: 'req-1', tenantId: 'school' }),
      ]);
    });

    it('runs a job once however often it is enqueued, before and after it is done', async () => {
      const jobId = newId('weigh-v1');
      let runs = 0;
      await Promise.all([weigh(jobId), weigh(jobId), weigh(jobId)]);
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: () => {
              runs += 1;
              return Promise.resolve({ grams: 1 });
            },
          },
        ],
      );
      await ended(jobId, 'completed');
      await weigh(jobId);
      const marker = newId('weigh-v1');
      await weigh(marker);
      await ended(marker, 'completed');
      expect(runs).toBe(2);
    });

    it('knows the state of a job from before it exists until after it is removed', async () => {
      const jobId = newId('weigh-v1');
      const state = () => rig.queues.jobs.jobState('scales', jobId);
      expect(await state()).toBe('missing');
      await rig.queues.jobs.enqueue(
        'scales',
        'weigh.v1',
        { meta: META, kilograms: 1 },
        { jobId, delayMs: 60_000 },
      );
      expect(await state()).toBe('delayed');
      expect(await rig.queues.jobs.remove('scales', jobId)).toBe(true);
      expect(await state()).toBe('missing');
      expect(await rig.queues.jobs.remove('scales', jobId)).toBe(false);

      await weigh(jobId);
      expect(await state()).toBe('waiting');
      const started = signal();
      const release = signal();
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: async () => {
              started.fire();
              await release.happened;
              return { grams: 1 };
            },
          },
        ],
      );
      await started.happened;
      expect(await state()).toBe('active');
      expect(await rig.queues.jobs.remove('scales', jobId)).toBe(false);
      release.fire();
      await ended(jobId, 'completed');
    });

    it('counts the jobs of a queue by state', async () => {
      const before = await rig.queues.jobs.counts('slow');
      const jobId = newId('weigh-v1');
      await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 1 }, { jobId });
      const later = newId('weigh-v1');
      await rig.queues.jobs.enqueue(
        'slow',
        'weigh.v1',
        { meta: META, kilograms: 1 },
        { jobId: later, delayMs: 60_000 },
      );
      expect(await rig.queues.jobs.counts('slow')).toEqual({
        ...before,
        waiting: before.waiting + 1,
        delayed: before.delayed + 1,
      });
      await rig.queues.jobs.remove('slow', jobId);
      await rig.queues.jobs.remove('slow', later);
    });

    it('tries again after an ordinary error and says which try it is', async () => {
      const jobId = newId('weigh-v1');
      const tries: [number, boolean][] = [];
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: (_payload, { attempt, lastAttempt }) => {
              tries.push([attempt, lastAttempt]);
              return attempt < 3
                ? Promise.reject(new Error('the scale slipped'))
                : Promise.resolve({ grams: 1 });
            },
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'completed');
      expect(tries).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
    });

    it('gives up after the last try, once reported', async () => {
      const jobId = newId('weigh-v1');
      const reported: string[] = [];
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: () => Promise.reject(new Error('broken')),
            onFinallyFailed: (payload, fault, context) => {
              reported.push(`${String(payload?.kilograms)} ${fault.message} ${context.jobId}`);
              return Promise.resolve();
            },
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'failed');
      expect(reported).toEqual([`2 broken ${jobId}`]);
      expect(rig.failed.map(({ willRetry }) => willRetry)).toEqual([true, true, false]);
    });

    it('does not try again after a permanent fault', async () => {
      const jobId = newId('weigh-v1');
      let runs = 0;
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: () => {
              runs += 1;
              return Promise.reject(new PermanentFault('no such case'));
            },
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'failed');
      expect(runs).toBe(1);
    });

    it('comes back after a busy fault, also of half a millisecond, without counting the try', async () => {
      const jobId = newId('weigh-v1');
      const tries: number[] = [];
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: (_payload, { attempt }) => {
              tries.push(attempt);
              return tries.length < 6
                ? Promise.reject(new BusyFault('bundle on its way', 10.5))
                : Promise.resolve({ grams: 1 });
            },
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'completed');
      expect(tries).toEqual([1, 1, 1, 1, 1, 1]);
      expect(rig.failed).toEqual([]);
    });

    it('outlives an outage however often it is met, and counts no try', async () => {
      const jobId = newId('weigh-v1');
      const tries: number[] = [];
      const shutDown = Object.assign(new Error('terminating connection'), { code: '57P01' });
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: (_payload, { attempt }) => {
              tries.push(attempt);
              return tries.length < 6 ? Promise.reject(shutDown) : Promise.resolve({ grams: 1 });
            },
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'completed');
      expect(tries).toEqual([1, 1, 1, 1, 1, 1]);
      expect(rig.failed.map(({ willRetry }) => willRetry)).toEqual([true, true, true, true, true]);
    });

    it('gives a job up that meets an outage after its deadline, once reported', async () => {
      const late = await WorkerRig.open(backend(), { deadlineOf: () => new Date(0) });
      const jobId = newId('weigh-v1');
      const reported: string[] = [];
      await late.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })),
            onFinallyFailed: (_payload, fault) => {
              reported.push(fault.message);
              return Promise.resolve();
            },
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'failed');
      expect(reported).toEqual(['refused']);
      await late.close();
    });

    it('goes on with the next job after a poisoned one', async () => {
      const [poisoned, sound] = [newId('weigh-v1'), newId('weigh-v1')];
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: ({ kilograms }) =>
              kilograms < 0
                ? Promise.reject(new PermanentFault('weighs nothing'))
                : Promise.resolve({ grams: 1 }),
          },
        ],
      );
      await weigh(poisoned, -1);
      await weigh(sound);
      await ended(sound, 'completed');
      await ended(poisoned, 'failed');
    });

    it('refuses to send what breaks the schema, and names the field but not the value', async () => {
      const sent = rig.queues.jobs.enqueue(
        'scales',
        'report.v1',
        { meta: META, note: ['crushing chest pain'] as unknown as string },
        { jobId: newId('report-v1') },
      );
      await expect(sent).rejects.toThrow(PayloadRejected);
      await expect(sent).rejects.toThrow('scales/report.v1: note: invalid_type');
    });

    it('refuses to send more than a queue carries', async () => {
      const sent = rig.queues.jobs.enqueue(
        'scales',
        'report.v1',
        { meta: META, note: 'x'.repeat(300_000) },
        { jobId: newId('report-v1') },
      );
      await expect(sent).rejects.toThrow(/bytes, at most 262144 travel/);
    });

    it.each(['with:colon', '12', ''])('refuses the job id "%s"', async (jobId) => {
      await expect(weigh(jobId)).rejects.toThrow(PayloadRejected);
    });

    it('fails a job for good whose result breaks the schema', async () => {
      const jobId = newId('weigh-v1');
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: () => Promise.resolve({ grams: 'heavy' as unknown as number }),
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'failed');
      expect(rig.failed.map(({ error }) => error.message)).toEqual(['scales/weigh.v1: grams: invalid_type']);
    });

    it('keeps no trace of the payload or of a foreign error once a scrubbed job is done or has failed', async () => {
      const [done, failed] = [newId('report-v1'), newId('report-v1')];
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'report.v1',
            scrubWhenDone: true,
            handle: ({ note }, { jobId }) =>
              jobId === failed ? Promise.reject(new Error(`cannot read "${note}"`)) : Promise.resolve(null),
          },
        ],
      );
      const secret = `secret-${newId('x')}`;
      for (const jobId of [done, failed]) {
        await rig.queues.jobs.enqueue('scales', 'report.v1', { meta: META, note: secret }, { jobId });
      }
      await ended(failed, 'failed');
      await ended(done, 'missing');
      expect(await backend().dump()).not.toContain(secret);
    });

    it('erases what a waiting job carries; the job then fails and its handler never sees it', async () => {
      const jobId = newId('report-v1');
      const secret = `secret-${newId('x')}`;
      await rig.queues.jobs.enqueue('scales', 'report.v1', { meta: META, note: secret }, { jobId });
      expect(await backend().dump()).toContain(secret);
      expect(await rig.queues.jobs.scrub('scales', jobId)).toBe(true);
      expect(await backend().dump()).not.toContain(secret);

      const notes: string[] = [];
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'report.v1',
            handle: ({ note }) => {
              notes.push(note);
              return Promise.resolve(null);
            },
          },
        ],
      );
      await ended(jobId, 'failed');
      expect(notes).toEqual([]);
    });

    it('erases what a finished job carried and answered', async () => {
      const jobId = newId('report-v1');
      const secret = `secret-${newId('x')}`;
      await rig.work(['scales'], []);
      await rig.queues.jobs.enqueue('scales', 'report.v1', { meta: META, note: secret }, { jobId });
      await ended(jobId, 'completed');
      expect(await rig.queues.jobs.scrub('scales', jobId)).toBe(true);
      expect(await backend().dump()).not.toContain(secret);
      expect(await rig.queues.jobs.scrub('scales', newId('report-v1'))).toBe(false);
    });

    it('tries again when the failure could not be reported', async () => {
      const jobId = newId('weigh-v1');
      let reports = 0;
      await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: () => Promise.reject(new PermanentFault('no such case')),
            onFinallyFailed: () => {
              reports += 1;
              return reports === 1
                ? Promise.reject(new Error('the gateway queue is away'))
                : Promise.resolve();
            },
          },
        ],
      );
      await weigh(jobId);
      await ended(jobId, 'failed');
      expect(reports).toBe(2);
    });

    it('finishes what it is doing before it closes', async () => {
      const jobId = newId('weigh-v1');
      const [started, release] = [signal(), signal()];
      const workers = await rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: async () => {
              started.fire();
              await release.happened;
              return { grams: 1 };
            },
          },
        ],
      );
      await weigh(jobId);
      await started.happened;
      const closing = workers.close(10_000);
      release.fire();
      expect(await closing).toBe(true);
      expect(await rig.queues.jobs.jobState('scales', jobId)).toBe('completed');
    });

    it('closes at the deadline with a signal to the handler; another worker then does the job', async () => {
      const leaving = await WorkerRig.open(backend(), { recovery: FAST_RECOVERY });
      const jobId = newId('weigh-v1');
      const [started, aborted] = [signal(), signal()];
      const workers = await leaving.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: (_payload, context) => {
              started.fire();
              return new Promise((_resolve, reject) => {
                context.signal.addEventListener('abort', () => {
                  aborted.fire();
                  reject(new BusyFault('stopping', 0));
                });
              });
            },
          },
        ],
      );
      await weigh(jobId);
      await started.happened;
      expect(await workers.close(50)).toBe(false);
      await aborted.happened;
      await leaving.close();

      await rig.work(['scales'], []);
      await ended(jobId, 'completed');
    });

    it('takes what a handler adds while the process closes, and each is done once', async () => {
      const leaving = await WorkerRig.open(backend());
      const [first, second, third] = [newId('weigh-v1'), newId('weigh-v1'), newId('weigh-v1')];
      const [started, goOn] = [signal(), signal()];
      const workers = await leaving.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: async ({ meta, kilograms }) => {
              started.fire();
              await goOn.happened;
              await leaving.queues.jobs.enqueue('scales', 'weigh.v1', { meta, kilograms }, { jobId: second });
              await leaving.queues.jobs.enqueue('scales', 'weigh.v1', { meta, kilograms }, { jobId: third });
              return { grams: 1 };
            },
          },
        ],
      );
      await weigh(first);
      await started.happened;
      const closed = workers.close(10_000);
      goOn.fire();
      expect(await closed).toBe(true);
      await leaving.close();

      await rig.work(['scales'], []);
      await Promise.all([first, second, third].map((jobId) => ended(jobId, 'completed')));
      const told = () => [...leaving.completed, ...rig.completed].map(({ jobId }) => jobId);
      await eventually('their completion is told', () => told().length >= 3);
      expect(told().sort()).toEqual([first, second, third].sort());
    });

    it('does not wait for ever for a handler that heeds no signal', async () => {
      const stubborn = await WorkerRig.open(backend(), { recovery: FAST_RECOVERY });
      const jobId = newId('weigh-v1');
      const started = signal();
      const workers = await stubborn.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: () => {
              started.fire();
              return new Promise(() => undefined);
            },
          },
        ],
      );
      await weigh(jobId);
      await started.happened;
      expect(await workers.close(50)).toBe(false);
      await stubborn.queues.close();

      await rig.work(['scales'], []);
      await ended(jobId, 'completed');
    });

    it('refuses to start with a job unserved, served twice or foreign, and names them all', async () => {
      const handle = () => Promise.resolve({ grams: 1 });
      const starting = rig.work(
        ['slow'],
        [
          { queue: 'slow', job: 'weigh.v1', handle },
          { queue: 'slow', job: 'weigh.v1', handle },
          { queue: 'scales', job: 'weigh.v1', handle },
        ],
      );
      await expect(starting).rejects.toThrow(ProcessorMismatch);
      await expect(starting).rejects.toThrow(
        'slow/weigh.v1 has two handlers; scales/weigh.v1 is not a job of this service',
      );
      const empty = rig.queues.startWorkers({ queues: ['slow', 'office'], handlers: [] });
      await expect(empty).rejects.toThrow('slow/weigh.v1 has no handler; office/sum-up.v1 has no handler');
    });

    it('runs each handler in the scope that the caller makes', async () => {
      const scopes: string[] = [];
      const scoped = await WorkerRig.open(backend(), {
        runInScope: (meta, { job }, run) => {
          scopes.push(`${meta.requestId} ${job}`);
          return run();
        },
      });
      await scoped.work(['slow'], []);
      const jobId = newId('weigh-v1');
      await scoped.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 1 }, { jobId });
      await eventually(
        'done',
        async () => (await scoped.queues.jobs.jobState('slow', jobId)) === 'completed',
      );
      await scoped.close();
      expect(scopes).toEqual(['req-1 weigh.v1']);
    });
  });
}
