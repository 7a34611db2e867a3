/**
 * One step of a chain of empty jobs, as a process of its own, as the product's steps are. Told by its environment:
 * BENCH_QUEUE_URL, BENCH_STEP. Says `ready` to its parent and ends with it.
 */
import { openChain, payloadOf, STEPS, stepHandler } from './empty-chain.mjs';

const step = Number(process.env.BENCH_STEP);
const queues = await openChain(process.env.BENCH_QUEUE_URL);
await queues.startWorkers({
  queues: [STEPS[step]],
  handlers: [
    stepHandler(step, (runId) =>
      queues.jobs.enqueue(STEPS[step + 1], 'step.v1', payloadOf(runId), { jobId: `${runId}-${step + 1}` }),
    ),
  ],
});
process.once('disconnect', () => process.exit());
process.send('ready');
