import { setTimeout as delay } from 'node:timers/promises';
import { eachOnce, Hall } from './compiled.mjs';

/** A count that comes later than that is none that a class waits for; the answers are looked for all the same. */
const TALLY_PATIENCE_MS = 20_000;

/**
 * Lectures in one room after another, by the players of a rehearsal: phones join, answer, look at what is kept of them, and
 * are shown what the class and the engine said.
 *
 * @param {import('./compiled.mjs').RoomApi} api
 * @param {object} how
 * @param {typeof import('./mix.mjs').MIX} how.mix
 * @param {() => boolean} how.over
 * @returns {Promise<{ answers: number, lost: number }>} `lost`: answered and not, as they were sent, in the results
 */
export async function giveLectures(api, { teacherKey, mix, random, over, say, language }) {
  const plan = {
    students: mix.phonesOfARoom,
    joinSeconds: mix.joinSeconds,
    seconds: mix.answerSeconds,
    language,
    tallyPatienceMs: TALLY_PATIENCE_MS,
    faults: new Set(),
    random,
    now: () => performance.now(),
    say,
  };
  const sums = { answers: 0, lost: 0 };
  while (!over()) {
    const { answers, lost } = await giveLecture(api, { teacherKey, mix, plan, over });
    sums.answers += answers;
    sums.lost += lost;
    if (!over()) await delay(mix.breakSeconds * 1_000);
  }
  return sums;
}

async function giveLecture(api, { teacherKey, mix, plan, over }) {
  const hall = await Hall.open(api, plan, mix.questions);
  try {
    await hall.fill(teacherKey);
    let asked = 0;
    let kept = 0;
    while (asked < mix.questions && !over()) {
      const question = await hall.ask(asked);
      asked += 1;
      kept += question.kept;
      await reveal(hall, question.round, ['class', 'engine']);
      if (!over()) await delay(mix.talkSeconds * 1_000);
      if (asked === mix.questions || over()) await reveal(hall, question.round, ['diagnosis']);
    }
    const answers = asked * hall.phones.length;
    const table = eachOnce(await api.table(hall.room.id), hall.phones.length, asked);
    return { answers, lost: Math.max(answers - kept, missingIn(table, answers)) };
  } finally {
    await hall.close();
  }
}

const reveal = (hall, { id: roundId }, layers) =>
  hall.api.act(hall.room.id, 'reveal', { roundId, layers, confirm: true });

/** A table that has an answer twice, and another not at all, lacks one at least. */
const missingIn = ({ ok, measured }, answers) => (ok ? 0 : Math.max(1, answers - Number(measured)));
