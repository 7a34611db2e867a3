import { onBothBackends } from './backends.mjs';
import { runUnderLoad } from './load.mjs';
import { processorMs } from './processes.mjs';
import { toldCases } from './told-cases.mjs';

/** V8 goes on compiling for some 300 runs: those first after a start are measured as well, and are not what is limited. */
const FIRST = 120;
const WARM_UP = 300;
const RUNS_ALONE = 120;
const CLIENTS = [1, 4, 16, 64];
const SECONDS_EACH = 20;

/**
 * The services on both queue backends: processor time of a run by process, and runs per second.
 *
 * @returns {Promise<{ backend: string, processorMs: Record<string, number>, coldMs: Record<string, number>, loads: object[] }[]>}
 *   `coldMs`: processor time of the runs behind the first 120 after a start
 */
export function measureUnderLoad() {
  const cases = toldCases();
  return onBothBackends(async ({ address, pids }) => {
    const warmUp = (runs) => runUnderLoad(address, cases, { clients: 4, enough: (begun) => begun >= runs });
    await warmUp(FIRST);
    const cold = await processorTimeOfARun(address, cases, pids);
    await warmUp(WARM_UP);
    const processor = await processorTimeOfARun(address, cases, pids);
    const loads = [];
    for (const clients of CLIENTS) {
      const end = performance.now() + SECONDS_EACH * 1_000;
      const load = await runUnderLoad(address, cases, { clients, enough: () => performance.now() > end });
      loads.push({ clients, ...load });
    }
    return { processorMs: processor, coldMs: cold, loads };
  });
}

/** One after the other: what the services do by themselves from time to time counts as well. */
async function processorTimeOfARun(address, cases, pids) {
  const now = () => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, processorMs(pid)]));
  const before = now();
  await runUnderLoad(address, cases, { clients: 1, enough: (begun) => begun >= RUNS_ALONE });
  const after = now();
  return Object.fromEntries(
    Object.keys(pids).map((name) => [name, (after[name] - before[name]) / RUNS_ALONE]),
  );
}
