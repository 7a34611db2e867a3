import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from '@openrounds/testing';
import { type BackendUnderTest, FAST_RECOVERY, newId } from './backend-under-test';
import { META } from './test-queues';
import { WorkerRig } from './worker-rig';

const REGISTER = join(__dirname, '../../../testing/register-typescript.cjs');
const WORKER = join(__dirname, '../fixtures/worker-process.ts');

export function describeRecovery(backend: () => BackendUnderTest): void {
  describe('recovery', () => {
    let rig: WorkerRig;
    const children: ChildProcess[] = [];
    beforeEach(async () => {
      rig = await WorkerRig.open(backend());
    });
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
      await rig.close();
    });

    /** Starts a worker process and waits until it has taken the job. */
    async function workerThatTook(jobId: string): Promise<ChildProcess> {
      const child = spawn(process.execPath, ['-r', REGISTER, WORKER, JSON.stringify(backend().options)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      const lines = createInterface(child.stdout);
      for await (const line of lines) if (line === jobId) return child;
      throw new Error('the worker process ended by itself');
    }

    async function kill(child: ChildProcess): Promise<void> {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }

    it('runs a job again whose worker was killed in the middle of it, exactly once', async () => {
      const jobId = newId('weigh-v1');
      await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 4 }, { jobId });
      await kill(await workerThatTook(jobId));

      let runs = 0;
      await rig.work(
        ['slow'],
        [
          {
            queue: 'slow',
            job: 'weigh.v1',
            handle: (_payload, { attempt }) => {
              runs += attempt;
              return Promise.resolve({ grams: 4000 });
            },
          },
        ],
      );
      await eventually('done', async () => (await rig.queues.jobs.jobState('slow', jobId)) === 'completed');
      expect(runs).toBe(1);
    });

    it('reports a job that takes every worker along as failed for good', async () => {
      const poisoned = await WorkerRig.open(backend(), {
        recovery: { ...FAST_RECOVERY, maxStalledCount: 0 },
      });
      const jobId = newId('weigh-v1');
      const reported: string[] = [];
      await poisoned.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 4 }, { jobId });
      await kill(await workerThatTook(jobId));
      await poisoned.work(
        ['slow'],
        [
          {
            queue: 'slow',
            job: 'weigh.v1',
            handle: () => Promise.resolve({ grams: 1 }),
            onFinallyFailed: (_payload, fault) => {
              reported.push(fault.message);
              return Promise.resolve();
            },
          },
        ],
      );
      await eventually('reported', () => reported.length > 0);
      expect(reported).toEqual(['job stalled more than allowable limit']);
      expect(await poisoned.queues.jobs.jobState('slow', jobId)).toBe('failed');
      await poisoned.close();
    });

    it('takes up again what its own process left when it is restarted', async () => {
      const jobId = newId('weigh-v1');
      await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 4 }, { jobId });
      await kill(await workerThatTook(jobId));
      const restarted = await workerThatTook(jobId);
      expect(restarted.exitCode).toBeNull();
    });
  });
}
