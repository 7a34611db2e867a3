import { eventually, testQueueKeys } from '@openrounds/testing';
import { z } from 'zod';
import { type JobWorkers, type Queues, openQueues } from '../../src/index';
import { type BackendUnderTest, newId, PATIENT_RECOVERY } from './backend-under-test';
import { META, TEST_QUEUES } from './test-queues';
import { type Handler, WorkerRig } from './worker-rig';

const { payload, result } = TEST_QUEUES.scales['weigh.v1'];
const weigh = {
  payload: payload.extend({ unit: z.enum(['gram', 'ounce']).default('gram') }),
  result: result.extend({ scale: z.string().optional() }),
};
/** The next version: a job takes and gives a field more, and there is another job. */
const NEXT = {
  scales: {
    'weigh.v1': weigh,
    'weigh.v2': { payload: z.object({ meta: payload.shape.meta, pounds: z.number() }), result: z.null() },
    'report.v1': TEST_QUEUES.scales['report.v1'],
  },
  'scales-interactive': { 'weigh-now.v1': weigh },
} as const;

export function describeVersions(backend: () => BackendUnderTest): void {
  describe('two versions side by side', () => {
    let older: WorkerRig;
    let newer: Queues<typeof NEXT>;
    let running: JobWorkers[];
    /** What the handlers of either version were given. */
    let given: object[];

    beforeEach(async () => {
      given = [];
      running = [];
      older = await WorkerRig.open(backend());
      newer = await openQueues({
        map: NEXT,
        backend: backend().options,
        signing: testQueueKeys(),
        retry: { scales: { 'weigh.v2': { attempts: 2, backoffMs: 50 } } },
        recovery: PATIENT_RECOVERY,
      });
    });
    afterEach(async () => {
      await Promise.all(running.map((workers) => workers.close(5_000)));
      await older.close();
      await newer.close();
    });

    const olderWorks = () => {
      const handler: Handler = {
        queue: 'scales',
        job: 'weigh.v1',
        handle: (told) => {
          given.push({ kilograms: told.kilograms, ...('unit' in told ? { unit: told.unit } : {}) });
          return Promise.resolve({ grams: 1 });
        },
      };
      return older.work(['scales'], [handler]);
    };
    const newerWorks = async (): Promise<void> => {
      running.push(
        await newer.startWorkers({
          queues: ['scales'],
          handlers: [
            {
              queue: 'scales',
              job: 'weigh.v1',
              handle: ({ kilograms, unit }) => {
                given.push({ kilograms, unit });
                return Promise.resolve({ grams: 1, scale: 'new' });
              },
            },
            {
              queue: 'scales',
              job: 'weigh.v2',
              handle: ({ pounds }) => {
                given.push({ pounds });
                return Promise.resolve(null);
              },
            },
            { queue: 'scales', job: 'report.v1', handle: () => Promise.resolve(null) },
          ],
        }),
      );
    };
    const offered = (jobId: string) =>
      older.failed
        .filter(({ event }) => event.jobId === jobId)
        .map(({ event, willRetry }) => ({ attempt: event.attempt, willRetry }));
    const done = (jobId: string) =>
      eventually('done', async () => (await newer.jobs.jobState('scales', jobId)) === 'completed');

    it('an older worker does what a newer process sends, without what it does not know', async () => {
      const jobId = newId('weigh-v1');
      await newer.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms: 2, unit: 'ounce' }, { jobId });
      await olderWorks();
      await done(jobId);
      expect(given).toEqual([{ kilograms: 2 }]);
    });

    it('a newer worker does what an older process sent, with what the field is where it is not given', async () => {
      const jobId = newId('weigh-v1');
      await older.queues.jobs.enqueue('scales', 'weigh.v1', { meta: META, kilograms: 3 }, { jobId });
      await newerWorks();
      await done(jobId);
      expect(given).toEqual([{ kilograms: 3, unit: 'gram' }]);
    });

    it('a job that the older does not know waits for a newer one, however often the older is offered it', async () => {
      const jobId = newId('weigh-v2');
      await olderWorks();
      await newer.jobs.enqueue('scales', 'weigh.v2', { meta: META, pounds: 4 }, { jobId });
      await eventually(
        'the older was offered it more often than a job is tried',
        () => offered(jobId).length > 2,
      );
      const before = offered(jobId).length;
      await newerWorks();
      await done(jobId);
      expect(given).toEqual([{ pounds: 4 }]);
      expect(offered(jobId).length - before).toBeLessThan(3); // the older gives way
      expect(offered(jobId)).toEqual(offered(jobId).map(() => ({ attempt: 1, willRetry: true })));
    });

    it('one asks, and the other answers', async () => {
      const asksOlder = await newer.openRequester('newer-0');
      const answersOlder = await older.queues.startResponders({
        queues: ['scales-interactive'],
        handlers: [
          {
            queue: 'scales-interactive',
            job: 'weigh-now.v1',
            answer: ({ kilograms }) => Promise.resolve({ grams: kilograms * 1_000 }),
          },
        ],
      });
      const patient = { deadlineMs: 10_000 };
      const ofNewer = { meta: META, kilograms: 5, unit: 'ounce' } as const;
      expect(await asksOlder.request('scales-interactive', 'weigh-now.v1', ofNewer, patient)).toEqual({
        grams: 5_000,
      });
      await answersOlder.close(5_000);

      const asksNewer = await older.queues.openRequester('older-0');
      running.push(
        await newer.startResponders({
          queues: ['scales-interactive'],
          handlers: [
            {
              queue: 'scales-interactive',
              job: 'weigh-now.v1',
              answer: ({ kilograms, unit }) => Promise.resolve({ grams: kilograms * 1_000, scale: unit }),
            },
          ],
        }),
      );
      const ofOlder = { meta: META, kilograms: 6 };
      expect(await asksNewer.request('scales-interactive', 'weigh-now.v1', ofOlder, patient)).toEqual({
        grams: 6_000,
      });
      await Promise.all([asksOlder.close(), asksNewer.close()]);
    });
  });
}
