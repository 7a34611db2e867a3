import { DomainError } from '@openrounds/contracts';
import { signal } from '@openrounds/testing';
import { type JobWorkers, type Requester, RequestTimeout, type Responder } from '../../src/index';
import { type BackendUnderTest } from './backend-under-test';
import { META, type TestQueues } from './test-queues';
import { WorkerRig } from './worker-rig';

export function describeRequests(backend: () => BackendUnderTest): void {
  describe('requests', () => {
    let rig: WorkerRig;
    let requester: Requester<TestQueues>;
    let responders: JobWorkers | undefined;

    beforeEach(async () => {
      rig = await WorkerRig.open(backend());
      requester = await rig.queues.openRequester('test-0');
    });
    afterEach(async () => {
      await requester.close();
      await responders?.close(5_000);
      responders = undefined;
      await rig.close();
    });

    const respond = async (answer: Responder<TestQueues, 'scales-interactive', 'weigh-now.v1'>['answer']) => {
      responders = await rig.queues.startResponders({
        queues: ['scales-interactive'],
        handlers: [{ queue: 'scales-interactive', job: 'weigh-now.v1', answer }],
      });
    };
    const ask = (kilograms: number, deadlineMs?: number) =>
      requester.request(
        'scales-interactive',
        'weigh-now.v1',
        { meta: META, kilograms },
        deadlineMs ? { deadlineMs } : {},
      );

    it('answers each of many requests at once with its own answer', async () => {
      await respond(({ kilograms }) => Promise.resolve({ grams: kilograms * 1000 }));
      const answers = await Promise.all(Array.from({ length: 20 }, (_, kilograms) => ask(kilograms, 10_000)));
      expect(answers).toEqual(Array.from({ length: 20 }, (_, kilograms) => ({ grams: kilograms * 1000 })));
    });

    it('brings a domain error across as it was thrown', async () => {
      await respond(() =>
        Promise.reject(
          new DomainError(
            'not-found',
            'no such scale',
            [{ pointer: '/scale', code: 'unknown', message: 'unknown' }],
            3,
          ),
        ),
      );
      const failure = await ask(1, 10_000).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DomainError);
      expect(failure).toMatchObject({
        code: 'not-found',
        message: 'no such scale',
        errors: [{ pointer: '/scale', code: 'unknown', message: 'unknown' }],
        retryAfterSeconds: 3,
      });
    });

    it('says of any other error only that it happened', async () => {
      await respond(() => Promise.reject(new Error('password authentication failed for user "scales"')));
      const failure = await ask(1, 10_000).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'internal' });
      expect(String(failure)).not.toContain('password');
    });

    it('says of an outage when to ask again', async () => {
      await respond(() => Promise.reject(Object.assign(new Error('too many clients'), { code: '53300' })));
      const failure = await ask(1, 10_000).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'dependency-unavailable', retryAfterSeconds: 2 });
    });

    it('gives up at the deadline when nobody answers, and takes the question back: nobody answers it later', async () => {
      const impatient = await rig.queues.openRequester('test-1');
      const asked = impatient.request(
        'scales-interactive',
        'weigh-now.v1',
        { meta: META, kilograms: 1 },
        { deadlineMs: 50 },
      );
      await expect(asked).rejects.toThrow(RequestTimeout);
      await impatient.close();
      const answered: number[] = [];
      await respond(({ kilograms }) => {
        answered.push(kilograms);
        return Promise.resolve({ grams: 5 });
      });
      expect(await ask(2, 10_000)).toEqual({ grams: 5 });
      expect(answered).toEqual([2]);
    });

    it.each([-5, 5])('is answered where the clock of who asks is off by %d minutes', async (minutes) => {
      await respond(() => Promise.resolve({ grams: 5 }));
      const now = Date.now.bind(Date);
      const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + minutes * 60_000);
      const asked = ask(1, 10_000);
      clock.mockRestore();
      expect(await asked).toEqual({ grams: 5 });
    });

    it('ends waiting requests when it is closed', async () => {
      const [asked, release] = [signal(), signal()];
      await respond(async () => {
        asked.fire();
        await release.happened;
        return { grams: 1 };
      });
      const waiting = ask(1, 60_000).catch((error: unknown) => error);
      await asked.happened;
      await requester.close();
      expect(await waiting).toBeInstanceOf(RequestTimeout);
      release.fire();
    });
  });
}
