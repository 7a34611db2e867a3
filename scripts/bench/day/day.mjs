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
import { MemoryByTheMinute } from './memory.mjs';
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
  try {
    return await onBothBackends(async (product) => {
      const day = await playDay(product, { minutes, ehr, say });
      onDay({ backend: product.backend, ...day });
      return day;
    }, ehr.env);
  } finally {
    ehr.close();
  }
}

async function playDay({ backend, address, pids }, { minutes, ehr, say }) {
  const { postgres: _postgres, ...watched } = pids;
  const origin = `http://127.0.0.1:${address.port}`;
  const operations = new WatchedOperations(origin, routesOf(OPERATIONS));
  const memory = new MemoryByTheMinute(watched, ({ minute, mb }) => {
    const all = Object.entries(mb).map(([name, value]) => `${name} ${value?.toFixed(0)}`);
    say(`${backend}, minute ${minute}, load ${loadavg()[0].toFixed(1)}: ${all.join(', ')} MB`);
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
    return {
      operations: operations.rows(),
      processor: Object.fromEntries(processor().map(([name, ms]) => [name, (ms - before[name]) / seconds])),
      looks: memory.looks,
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
