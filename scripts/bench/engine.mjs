import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { DIST } from '../build/places.mjs';
import { floorOf, linksTouched } from './floor.mjs';
import { PARAMETERS, syntheticCase, syntheticKnowledge } from './synthetic.mjs';

const SIZES = [300, 3_000, 30_000];
const TIME_MS = 800;

/** The 99th percentile of an answer is that of a service that has run for a while: compiled, and over enough answers. */
const ANSWERS = { time: 4_000, warmupTime: 3_000 };

const fromEngine = (path) => createRequire(import.meta.url)(join(DIST, 'libs', 'ddx-engine', 'src', path));

/**
 * The kernel (scores of a coded case, soft-max, the first ten) as a multiple of the floor measured in the same run; for
 * comparison the same for a case that is met for the first time: checked, coded, priors and rules worked out. Of each
 * the fastest round counts: whatever else the machine does only ever adds to it.
 *
 * @returns {Promise<{ diseases: number, kind: string, links: number, floorUs: number, kernelUs: number, ratio: number, firstUs: number }[]>}
 */
export async function measureKernel() {
  const rows = [];
  for (const mixed of [false, true]) {
    for (const diseases of SIZES) rows.push(await measureSize(diseases, mixed));
  }
  return rows;
}

async function measureSize(diseases, mixed) {
  const { compileKnowledge, caseScorer } = fromEngine('index.js');
  const { softMax } = fromEngine('ranking/soft-max.js');
  const { highest } = fromEngine('numeric/order.js');
  const compiled = compileKnowledge(syntheticKnowledge({ diseases, linksPerDisease: 10, mixed }));
  const given = syntheticCase();
  const scorer = caseScorer(compiled, given).value;
  const listOf = (score) => {
    const scores = score(PARAMETERS);
    softMax(scores);
    return highest(scores, 10, (a, b) => a - b);
  };
  const [floor, own, first] = await latencies({
    floor: floorOf(compiled, given),
    kernel: () => listOf(scorer),
    first: () => listOf(caseScorer(compiled, given).value),
  });
  return {
    diseases,
    kind: mixed ? 'mixed' : 'flat',
    links: linksTouched(compiled, given),
    floorUs: floor.min * 1000,
    kernelUs: own.min * 1000,
    firstUs: first.min * 1000,
    ratio: own.min / floor.min,
  };
}

/**
 * Full answers for 300 diseases with 25 links each and 25 findings, in milliseconds.
 *
 * @returns {Promise<{ what: string, p50: number, p99: number, limit: number }[]>}
 */
export async function measureAnswers() {
  const { compileKnowledge, answer } = fromEngine('index.js');
  const compiled = compileKnowledge(syntheticKnowledge({ diseases: 300, linksPerDisease: 25, mixed: true }));
  const given = syntheticCase();
  const plain = { includeNextTests: false, includeIntervals: false };
  const whole = { includeNextTests: true, includeIntervals: true };
  const [without, full] = await latencies(
    {
      without: () => answer(compiled, PARAMETERS, given, plain),
      whole: () => answer(compiled, PARAMETERS, given, whole),
    },
    ANSWERS,
  );
  return [
    { what: 'without intervals, next questions and tests', p50: without.p50, p99: without.p99, limit: 5 },
    { what: 'with them', p50: full.p50, p99: full.p99, limit: 100 },
  ];
}

const LARGEST = 30_000;
const LARGEST_ROUNDS = 5;

/**
 * One full answer over the largest knowledge base, in milliseconds; compiling it comes before and is told apart.
 *
 * @returns {{ diseases: number, compileMs: number, medianMs: number, slowestMs: number, limitMs: number }}
 */
export function measureLargest() {
  const { compileKnowledge, answer } = fromEngine('index.js');
  const knowledge = syntheticKnowledge({ diseases: LARGEST, linksPerDisease: 10, mixed: true });
  const given = syntheticCase();
  const [compileMs, compiled] = timed(() => compileKnowledge(knowledge));
  const rounds = Array.from({ length: LARGEST_ROUNDS }, () => {
    const [ms, outcome] = timed(() =>
      answer(compiled, PARAMETERS, given, { includeNextTests: true, includeIntervals: true }),
    );
    if (!outcome.ok) throw new Error(`the case was refused: ${outcome.rejection.code}`);
    return ms;
  }).sort((a, b) => a - b);
  return {
    diseases: LARGEST,
    compileMs,
    medianMs: rounds[Math.floor(LARGEST_ROUNDS / 2)],
    slowestMs: rounds.at(-1),
    limitMs: 5_000,
  };
}

function timed(task) {
  const start = performance.now();
  const result = task();
  return [performance.now() - start, result];
}

async function latencies(tasks, options = { time: TIME_MS }) {
  const bench = new Bench(options);
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (result.error) throw new Error(`${name}: ${result.error.message}`);
    return result.latency;
  });
}
