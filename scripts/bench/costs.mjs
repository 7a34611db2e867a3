/**
 * `node scripts/bench/costs.mjs`: processor time by process of what is no run, on both queue backends, as JSON: of doing nothing for a
 * second, of an answer of a phone (with the look at one's own part, the frames and the counting that follow from it), and of
 * a call of a training EHR. Read by `openrounds scale --costs` together with the table of a run in docs/bench.md.
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { buildAll } from '../build.mjs';
import { onBothBackends } from './backends.mjs';
import { runUnderLoad } from './load.mjs';
import { processorMs } from './processes.mjs';
import { toldCases } from './told-cases.mjs';
import { startTrainingEhr } from './training-ehr.mjs';

/** A service that waits collects its garbage first (docs/adr/0064): that belongs to what was before. */
const SETTLE_SECONDS = 20;
const IDLE_SECONDS = 20;
const CALLS = 60;
const QUESTIONS = 2;
const RUNS = 60;
const HALL = { students: 150, joinSeconds: 10, seconds: 10, language: 'en', tallyPatienceMs: 20_000 };

await buildAll();
const { Hall, RoomApi, seededRandom } = await import('./day/compiled.mjs');
const ehr = await startTrainingEhr();
try {
  const measured = await onBothBackends(measure, ehr.env);
  console.log(JSON.stringify(measured, undefined, 1));
} finally {
  ehr.close();
}
process.exit();

async function measure({ address, pids }) {
  const cases = toldCases();
  await ehr.register(address);
  await runUnderLoad(address, cases, { clients: 4, enough: (begun) => begun >= RUNS });
  for (let call = 0; call < CALLS / 5; call += 1) await ehr.call(address);
  await delay(SETTLE_SECONDS * 1_000);
  const idle = await timesOf(pids, () => delay(IDLE_SECONDS * 1_000));
  const idleMs = shareOf(idle, IDLE_SECONDS);
  const withoutIdle = ({ times, seconds }, count) =>
    Object.fromEntries(
      Object.entries(times).map(([name, ms]) => [name, Math.max(0, ms - idleMs[name] * seconds) / count]),
    );
  const calls = await timesOf(pids, async () => {
    for (let call = 0; call < CALLS; call += 1) await ehr.call(address);
  });
  const client = process.cpuUsage();
  const runs = await timesOf(pids, () =>
    runUnderLoad(address, cases, { clients: 1, enough: (begun) => begun >= RUNS }),
  );
  const used = process.cpuUsage(client);
  return {
    idle: idleMs,
    run: withoutIdle(runs, RUNS),
    client: (used.user + used.system) / 1_000 / RUNS,
    call: withoutIdle(calls, CALLS),
    answer: withoutIdle(await lecture(address, pids), QUESTIONS * HALL.students),
  };
}

/** All that questions take once the phones are in their room. */
async function lecture({ port, apiKey }, pids) {
  const random = seededRandom(1);
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const api = new RoomApi({ servers: [`http://127.0.0.1:${port}`], teacherKey: apiKey, random, signal });
  const plan = {
    ...HALL,
    faults: new Set(),
    random,
    now: () => performance.now(),
    say: () => undefined,
  };
  const hall = await Hall.open(api, plan, QUESTIONS);
  try {
    await hall.fill(apiKey);
    return await timesOf(pids, async () => {
      for (let place = 0; place < QUESTIONS; place += 1) await hall.ask(place);
    });
  } finally {
    await hall.close();
  }
}

async function timesOf(pids, act) {
  const now = () => Object.entries(pids).map(([name, pid]) => [name, processorMs(pid)]);
  const before = Object.fromEntries(now());
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1_000;
  return { times: Object.fromEntries(now().map(([name, ms]) => [name, ms - before[name]])), seconds };
}

function shareOf({ times }, count) {
  return Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, ms / count]));
}
