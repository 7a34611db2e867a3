import { setMaxListeners } from 'node:events';
import { loadavg } from 'node:os';
import { onBothBackends } from '../backends.mjs';
import { processorMs } from '../processes.mjs';
import { toldCases } from '../told-cases.mjs';
import { startTrainingEhr } from '../training-ehr.mjs';
import { callForCards } from './ehr.mjs';
import { pasteCases } from './class.mjs';
import { OPERATIONS, RoomApi, seededRandom } from './compiled.mjs';
import { editACase } from './editing.mjs';
import { giveLectures } from './lectures.mjs';
import { LiveHeaps } from './live.mjs';
import { MemoryByTheMinute, SETTLED_MINUTES } from './memory.mjs';
import { MIX } from './mix.mjs';
import { routesOf, WatchedOperations } from './operations.mjs';

const LANGUAGES = ['en', 'zh'];

/**
 * A school's day on each queue backend: what {@link MIX} says, all at the same time.
 *
 * @param {number} minutes on each
 * @param {(line: string) => void} say what happens
 * @param {(day: object) => void} onDay told of each day when it is over
 */
export async function playDays(minutes, say, onDay) {
  const ehr = await startTrainingEhr();
  const live = new LiveHeaps();
  try {
    return await onBothBackends(
      async (product) => {
        const day = await playDay(product, { minutes, ehr, live, say });
        onDay({ backend: product.backend, ...day });
        return day;
      },
      { ...ehr.env, ...live.env },
    );
  } finally {
    live.close();
    ehr.close();
  }
}

async function playDay({ backend, address, pids }, { minutes, ehr, live, say }) {
  const { postgres: _postgres, ...watched } = pids;
  const { redis: _redis, ...services } = watched;
  const origin = `http://127.0.0.1:${address.port}`;
  const operations = new WatchedOperations(origin, routesOf(OPERATIONS));
  const told = (mb) =>
    `${Object.entries(mb)
      .map(([name, value]) => `${name} ${value?.toFixed(0)}`)
      .join(', ')} MB`;
  const held = [];
  const lookAtHeld = async (minute) => {
    const mb = await live.look(services);
    held.push({ minute, mb });
    say(`${backend}, minute ${minute}, held: ${told(mb)}`);
  };
  const lookings = [];
  const memory = new MemoryByTheMinute(watched, ({ minute, mb }) => {
    say(`${backend}, minute ${minute}, load ${loadavg()[0].toFixed(1)}: ${told(mb)}`);
    if (minute > 0 && minute < minutes && minute % SETTLED_MINUTES === 0)
      lookings.push(lookAtHeld(minute).catch((error) => say(`not looked at: ${error.message}`)));
  });
  const processor = () => Object.entries(pids).map(([name, pid]) => [name, processorMs(pid)]);
  const before = Object.fromEntries(processor());
  const start = performance.now();
  const end = start + minutes * 60_000;
  const over = () => performance.now() > end;
  const random = seededRandom(1);
  const given = { mix: MIX, random, over };
  try {
    const [runs, edits, calls, ...lectures] = await Promise.all([
      pasteCases(address, toldCases(), given),
      editACase(address, given),
      callForCards(address, ehr, given),
      ...Array.from({ length: MIX.rooms }, (_, room) => {
        const language = LANGUAGES[room % LANGUAGES.length];
        const teacherKey = address.apiKey;
        return giveLectures(roomApi(origin, teacherKey, random), { ...given, teacherKey, say, language });
      }),
    ]);
    const sum = (name) => lectures.reduce((total, lecture) => total + lecture[name], 0);
    const seconds = (performance.now() - start) / 1_000;
    await Promise.all(lookings);
    await lookAtHeld(minutes);
    return {
      operations: operations.rows(),
      processor: Object.fromEntries(processor().map(([name, ms]) => [name, (ms - before[name]) / seconds])),
      looks: memory.looks,
      held,
      accepted: {
        runs: { of: runs.runs, lost: runs.lost },
        answers: { of: sum('answers'), lost: sum('lost') },
        edits: { of: edits.edits, lost: edits.lost },
      },
      calls,
    };
  } finally {
    memory.stop();
    operations.stop();
  }
}

function roomApi(server, teacherKey, random) {
  const { signal } = new AbortController();
  // every request of every phone listens to it
  setMaxListeners(0, signal);
  return new RoomApi({ servers: [server], teacherKey, random, signal });
}
