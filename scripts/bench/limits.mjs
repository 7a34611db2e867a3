/** What is asked of the product on two cores, with the knowledge base that ships and told cases of 25 findings. */

import { CDS_LIMIT_MS } from './cds.mjs';
import { GUARDS_LIMIT_MS } from './llm.mjs';
import { DEEP_LIMIT_MS } from './service-path.mjs';
import { FULL_LIMITS, PLAIN_LIMITS } from './shipped.mjs';
import { SLOW_MODEL_LIMIT } from './slow-model.mjs';
import { START_LIMIT } from './start.mjs';

/** Milliseconds of processor time of a run, over all processes. */
export const PROCESSOR_LIMIT_MS = 90;
/** So many clients at once: runs a second, and milliseconds from request to answer. */
export const CLIENTS_OF_LIMIT = 16;
export const PER_SECOND_LIMIT = 20;
export const P99_LIMIT_MS = 1_500;
/** A run to five empty jobs, one after the other, medians. */
export const RATIO_LIMIT = 3;
/** Resident memory of the services of a run, in MB; {@link LATER_SERVICES} came after the limit. */
export const MEMORY_LIMIT_MB = 900;
export const LATER_SERVICES = ['teaching', 'integration'];

/**
 * Every limit beside what was measured. What was not measured this time is left out.
 *
 * @param {object} measured by part of the bench
 * @returns {{ what: string, limit: number, measured: number | null, unit: string, met: boolean | null }[]} `met` is
 *   null where the system does not tell the figure
 */
export const limitsOf = ({ shipped, search, llm, start, path, cds, load, 'slow-model': slowModel }) => [
  ...(shipped ? answerLimits(shipped) : []),
  ...(load ? load.flatMap(loadLimits) : []),
  ...(search ?? []).map(({ passages, p99, limit }) =>
    atMost(`a search in ${passages.toLocaleString('en')} passages, p99`, limit, p99, 'ms'),
  ),
  ...(llm
    ? [atMost('guards of a language model over the bare call, p99', GUARDS_LIMIT_MS, llm.over.p99, 'ms')]
    : []),
  ...(path
    ? [
        atMost('a run ÷ five empty jobs, p50', RATIO_LIMIT, path.ratio.p50),
        atMost('a body of 100,000 levels refused, p99', DEEP_LIMIT_MS, path.deep.p99, 'ms'),
        memoryLimit(path),
      ]
    : []),
  ...(cds ? [atMost('a call by CDS Hooks, p99', CDS_LIMIT_MS, cds.p99, 'ms')] : []),
  ...(slowModel
    ? [atMost('a list beside a slow language model ÷ without, p95', SLOW_MODEL_LIMIT, slowModel.ratio.p95)]
    : []),
  ...(start
    ? [atMost('second start ÷ an empty Postgres and five empty Nest', START_LIMIT, start.ratio)]
    : []),
];

const atMost = (what, limit, measured, unit = '') => ({
  what,
  limit,
  measured,
  unit,
  sign: '≤',
  met: measured === null ? null : measured <= limit,
});

function answerLimits({ parts }) {
  const of = (name) => parts.find(({ what }) => what === name);
  return [
    atMost('plain answer, p99', PLAIN_LIMITS.p99, of('plain').p99, 'ms'),
    atMost('full answer, p50', FULL_LIMITS.p50, of('full').p50, 'ms'),
    atMost('full answer, p99', FULL_LIMITS.p99, of('full').p99, 'ms'),
  ];
}

function loadLimits({ backend, processorMs, loads }) {
  const all = Object.values(processorMs).reduce((sum, each) => sum + each, 0);
  const many = loads.find(({ clients }) => clients === CLIENTS_OF_LIMIT);
  const at = `${CLIENTS_OF_LIMIT} clients, ${backend}`;
  return [
    atMost(`processor time of a run over all processes, ${backend}`, PROCESSOR_LIMIT_MS, all, 'ms'),
    {
      ...atMost(`runs a second, ${at}`, PER_SECOND_LIMIT, many.perSecond),
      sign: '≥',
      met: many.perSecond >= PER_SECOND_LIMIT,
    },
    atMost(`request to answer, p99, ${at}`, P99_LIMIT_MS, many.p99, 'ms'),
    atMost(`runs lost, ${at}`, 0, many.lost),
  ];
}

const memoryLimit = ({ memoryMb }) =>
  atMost('resident memory of the five services of a run', MEMORY_LIMIT_MB, sumOfFive(memoryMb), 'MB');

/** Resident memory of the services that the limit is for; null where the system does not tell. */
export function sumOfFive(memoryMb) {
  const those = Object.entries(memoryMb).filter(([name]) => !LATER_SERVICES.includes(name));
  return sumOf(those.map(([, { resident }]) => resident));
}

/** @param {(number | null)[]} figures */
export const sumOf = (figures) => (figures.includes(null) ? null : figures.reduce((a, b) => a + b, 0));
