import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { askAgain } from '../asking.mjs';
import { runOnce } from '../load.mjs';

/** Until then a run may wait on a busy machine: after that it fails by itself (`RUN_TIMEOUT_SECONDS`). */
const LATEST_MS = 600_000;

/**
 * A class that pastes told cases: each student the next one when the last was answered and read.
 *
 * @returns {Promise<{ runs: number, lost: number }>} `lost`: accepted and never completed
 */
export async function pasteCases(address, cases, { mix, random, over }) {
  let runs = 0;
  let lost = 0;
  const student = async () => {
    await delay(mix.readSeconds * 1_000 * random());
    while (!over()) {
      const given = cases[runs++ % cases.length];
      const headers = { 'idempotency-key': randomUUID() };
      const how = { asking: askAgain, headers, latestMs: LATEST_MS };
      if (!(await runOnce(address, given, how))) lost += 1;
      if (!over()) await delay(mix.readSeconds * 1_000 * (0.5 + random()));
    }
  };
  await Promise.all(Array.from({ length: mix.students }, student));
  return { runs, lost };
}
