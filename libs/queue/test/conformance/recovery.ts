import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually, FULL, itInFull } from '@openrounds/testing';
import { type BackendUnderTest, FAST_RECOVERY, newId } from './backend-under-test';
import { type LateEnding } from '../fixtures/worker-process';
import { META } from './test-queues';
import { WorkerRig } from './worker-rig';

const REGISTER = join(__dirname, '../../../testing/register-typescript.cjs');
const SHIFTED = join(__dirname, '../../../testing/shifted-clock.cjs');
const WORKER = join(__dirname, '../fixtures/worker-process.ts');

const FIVE_MINUTES_MS = 300_000;
/** A process that transpiles what it runs, on a machine that is busy with other tests. */
const START_MS = 60_000;

export function describeRecovery(backend: () => BackendUnderTest): void {
  describe('recovery', () => {
    let rig: WorkerRig;
    const children: ChildProcess[] = [];
    /** What the worker processes of this test have said. */
    let lines: string[];
    beforeEach(async () => {
      lines = [];
      rig = await WorkerRig.open(backend(), { recovery: FAST_RECOVERY });
    });
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
      await rig.close();
    });

    /** Starts a worker process and waits until it has taken the job. */
    async function workerThatTook(
      jobId: string,
      { ending, aheadMs = 0 }: { ending?: LateEnding; aheadMs?: number } = {},
    ): Promise<ChildProcess> {
      const told = [JSON.stringify(backend().options), ...(ending ? [JSON.stringify(ending)] : [])];
      const child = spawn(process.execPath, ['-r', SHIFTED, '-r', REGISTER, WORKER, ...told], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, CLOCK_AHEAD_MS: String(aheadMs) },
      });
      children.push(child);
      const said = createInterface(child.stdout);
      said.on('line', (line) => {
        lines.push(line);
      });
      await eventually(
        'the worker process took the job',
        () => {
          if (child.exitCode !== null) throw new Error('the worker process ended by itself');
          return lines.includes(jobId);
        },
        START_MS,
      );
      return child;
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

    it.each(FULL ? (['result', 'fault'] as const) : (['result'] as const))(
      'refuses the late %s of a worker that stood still past its lock: another has done the job',
      async (kind) => {
        const folder = await mkdtemp(join(tmpdir(), 'openrounds-late-'));
        const untilFile = join(folder, 'go-on');
        const jobId = newId('weigh-v1');
        await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 4 }, { jobId });
        await workerThatTook(jobId, { ending: { untilFile, kind } });
        await rig.work(
          ['slow'],
          [{ queue: 'slow', job: 'weigh.v1', handle: () => Promise.resolve({ grams: 7_654_321 }) }],
        );
        await eventually('the other has done it', () => rig.completed.length > 0);

        await writeFile(untilFile, '');
        await eventually('the late one is refused', () => lines.some((line) => line.startsWith('refused ')));
        expect(lines).not.toContain(`completed ${jobId}`);
        expect(lines).not.toContain(`reported ${jobId}`);
        expect(rig.completed.map((event) => event.jobId)).toEqual([jobId]);
        expect(await rig.queues.jobs.jobState('slow', jobId)).toBe('completed');
        const kept = await backend().dump();
        expect(kept).toContain('7654321');
        expect(kept).not.toContain('1234567');
        await rm(folder, { recursive: true });
      },
    );

    itInFull('reports a job that takes every worker along as failed for good', async () => {
      const jobId = newId('weigh-v1');
      const reported: string[] = [];
      await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 4 }, { jobId });
      for (let kills = 0; kills < 3; kills += 1) {
        lines = [];
        await kill(await workerThatTook(jobId));
        expect(await rig.queues.jobs.jobState('slow', jobId)).toBe('active');
      }
      await rig.work(
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
      expect(await rig.queues.jobs.jobState('slow', jobId)).toBe('failed');
    });

    itInFull(
      'takes up what a dead worker left and leaves what a living one does, whatever their clocks say',
      async () => {
        const [kept, left] = [newId('weigh-v1'), newId('weigh-v1')];
        const begin = async (jobId: string, aheadMs: number): Promise<ChildProcess> => {
          await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 4 }, { jobId });
          return workerThatTook(jobId, { aheadMs });
        };
        const isDone = (jobId: string) =>
          eventually(`${jobId} is done`, async () => {
            return (await rig.queues.jobs.jobState('slow', jobId)) === 'completed';
          });
        const living = await begin(kept, -FIVE_MINUTES_MS);
        await kill(await begin(left, FIVE_MINUTES_MS));
        await rig.work(['slow'], []);
        await isDone(left);
        // It is told just after it is done.
        await eventually('the completion is told', () => rig.completed.length > 0);
        expect(rig.completed.map(({ jobId }) => jobId)).toEqual([left]);
        expect(await rig.queues.jobs.jobState('slow', kept)).toBe('active');
        await kill(living);
        await isDone(kept);
      },
    );

    itInFull('takes up again what its own process left when it is restarted', async () => {
      const jobId = newId('weigh-v1');
      await rig.queues.jobs.enqueue('slow', 'weigh.v1', { meta: META, kilograms: 4 }, { jobId });
      await kill(await workerThatTook(jobId));
      lines = [];
      const restarted = await workerThatTook(jobId);
      expect(restarted.exitCode).toBeNull();
    });
  });
}
