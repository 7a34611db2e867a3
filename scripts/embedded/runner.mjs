import { isAlive, parentOf, startTime } from './processes.mjs';

const LOOK_EVERY_MS = 300;

/**
 * Under `npm start` there are npm and a shell above this process. A signal that ends one of them does not reach us, and
 * we would go on without anybody knowing: `act` is called once when one of them is gone.
 */
export async function whenRunnerEnds(env, act) {
  if (env.npm_lifecycle_event === undefined) return;
  const above = [process.ppid, parentOf(process.ppid)].filter((pid) => pid !== undefined && pid > 1);
  const runners = await Promise.all(above.map(async (pid) => ({ pid, started: await startTime(pid) })));
  const timer = setInterval(async () => {
    for (const { pid, started } of runners) {
      if (isAlive(pid) && (await startTime(pid)) === started) continue;
      clearInterval(timer);
      act();
      return;
    }
  }, LOOK_EVERY_MS);
  timer.unref();
}
