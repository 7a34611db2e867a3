import { setTimeout as delay } from 'node:timers/promises';

/**
 * A training EHR that asks by CDS Hooks. It asks no second time: a card that is late is none.
 *
 * @returns {Promise<{ calls: number, late: number }>}
 */
export async function callForCards(address, ehr, { mix, random, over }) {
  await ehr.register(address);
  let calls = 0;
  let late = 0;
  while (!over()) {
    const answer = await ehr.call(address);
    calls += 1;
    if (answer.late) late += 1;
    if (!over()) await delay(mix.callSeconds * 1_000 * (0.5 + random()));
  }
  return { calls, late };
}
