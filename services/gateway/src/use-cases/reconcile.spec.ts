import { type Problem } from '@openrounds/contracts';
import { TestClock } from '@openrounds/testing';
import { storedRuns } from '../../test/fixtures/doubles';
import { type StoredRun } from '../ports/run-store';
import { Reconcile } from './reconcile';

const SILENT_SECONDS = 20;
const OPTIONAL_SECONDS = 200;
const TIMEOUT_SECONDS = 600;

function reconcileWith(
  silent: StoredRun[],
  state: 'working' | 'failed' | 'gone',
  ageSeconds: number,
  waitsForOptional = true,
) {
  const clock = new TestClock();
  clock.advance(ageSeconds);
  const acts: string[] = [];
  const failed: Problem[] = [];
  const asked: Date[] = [];
  const runs = {
    listSilent: (before: Date) => {
      asked.push(before);
      return Promise.resolve(silent);
    },
    touch: ({ id }: StoredRun) => Promise.resolve(void acts.push(`touch ${id}`)),
    driveAgain: ({ id, epoch }: StoredRun) => Promise.resolve(void acts.push(`drive ${id} ${String(epoch)}`)),
  };
  const jobs = {
    stateOf: (id: string, epoch: number) => {
      acts.push(`look ${id} ${String(epoch)}`);
      return Promise.resolve(state);
    },
    finishWithoutOptionalParts: (id: string, epoch: number) => {
      acts.push(`finish ${id} ${String(epoch)}`);
      return Promise.resolve(waitsForOptional);
    },
  };
  const record = {
    fail: ({ runId }: { runId: string }, problem: Problem) => {
      failed.push(problem);
      return Promise.resolve(void acts.push(`fail ${runId}`));
    },
  };
  const limits = {
    silentSeconds: SILENT_SECONDS,
    optionalSeconds: OPTIONAL_SECONDS,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
  return { reconcile: new Reconcile(runs, jobs, record, clock, limits), acts, failed, asked };
}

describe('Reconcile', () => {
  const run = storedRuns.build({ epoch: 2 });

  it('asks for runs of which nothing was heard for the given time', async () => {
    const { reconcile, asked } = reconcileWith([], 'gone', 100);
    expect(await reconcile.execute()).toBe(0);
    expect(asked).toEqual([new Date(run.createdAt.getTime() + (100 - SILENT_SECONDS) * 1000)]);
  });

  it('leaves a run alone whose work is under way, and notes that it looked', async () => {
    const { reconcile, acts } = reconcileWith([run], 'working', 100);
    expect(await reconcile.execute()).toBe(0);
    expect(acts).toEqual([`look ${run.id} 2`, `touch ${run.id}`]);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])(
    'lets an older run go on without its optional parts, where it waits for them: %p',
    async (waits, done) => {
      const { reconcile, acts } = reconcileWith([run], 'working', OPTIONAL_SECONDS + 1, waits);
      expect(await reconcile.execute()).toBe(done);
      expect(acts).toEqual([`look ${run.id} 2`, `touch ${run.id}`, `finish ${run.id} 2`]);
    },
  );

  it('drives a run again whose job is gone', async () => {
    const { reconcile, acts } = reconcileWith([run], 'gone', 100);
    expect(await reconcile.execute()).toBe(1);
    expect(acts).toEqual([`look ${run.id} 2`, `drive ${run.id} 2`]);
  });

  it('ends a run whose step failed and whose report was lost', async () => {
    const { reconcile, acts, failed } = reconcileWith([run], 'failed', 100);
    expect(await reconcile.execute()).toBe(1);
    expect(acts).toEqual([`look ${run.id} 2`, `fail ${run.id}`]);
    expect(failed).toMatchObject([
      { type: '/problems/internal', requestId: run.requestId, instance: `/v1/runs/${run.id}` },
    ]);
  });

  it('ends a run after its time, whatever stands in the queues', async () => {
    const { reconcile, acts, failed } = reconcileWith([run], 'working', TIMEOUT_SECONDS + 1);
    expect(await reconcile.execute()).toBe(1);
    expect(acts).toEqual([`fail ${run.id}`]);
    expect(failed).toMatchObject([{ type: '/problems/timeout', status: 504 }]);
  });

  it('still looks at a run in its last second', async () => {
    const { reconcile, failed } = reconcileWith([run], 'working', TIMEOUT_SECONDS);
    await reconcile.execute();
    expect(failed).toEqual([]);
  });

  it('counts what it did', async () => {
    const { reconcile } = reconcileWith(storedRuns.buildList(3), 'gone', 100);
    expect(await reconcile.execute()).toBe(3);
  });
});
