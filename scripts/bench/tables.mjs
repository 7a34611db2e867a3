/** The measurements as Markdown tables. */

import { CDS_LIMIT_MS } from './cds.mjs';
import {
  CLIENTS_OF_LIMIT,
  MEMORY_LIMIT_MB,
  P99_LIMIT_MS,
  PER_SECOND_LIMIT,
  PROCESSOR_LIMIT_MS,
  RATIO_LIMIT,
  sumOf,
  sumOfFive,
} from './limits.mjs';
import { GUARDS_LIMIT_MS } from './llm.mjs';
import { SLOW_MODEL_LIMIT } from './slow-model.mjs';

export const limitsTable = (limits) =>
  table(
    ['what is asked', 'limit', 'measured', 'met'],
    limits.map(({ what, sign, limit, measured, unit, met }) => [
      what,
      `${sign} ${limit.toLocaleString('en')} ${unit}`.trim(),
      measured === null ? '–' : `${figure(measured)} ${unit}`.trim(),
      met === null ? '–' : met ? 'yes' : '**no**',
    ]),
  );

const figure = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 2 : 0));

export const kernelTable = (rows) =>
  table(
    ['diseases', 'case', 'links touched', 'floor', 'kernel', 'kernel ÷ floor', 'limit', 'first time'],
    rows.map(({ diseases, kind, links, floorUs, kernelUs, firstUs, ratio }) => [
      diseases.toLocaleString('en'),
      kind,
      links.toLocaleString('en'),
      `${floorUs.toFixed(1)} µs`,
      `${kernelUs.toFixed(1)} µs`,
      ratio.toFixed(1),
      limitOf(kind, diseases),
      `${firstUs.toFixed(1)} µs`,
    ]),
  );

/** engine.md: within 2 on flat cases; within 5 from 3,000 diseases on otherwise. */
const limitOf = (kind, diseases) => (kind === 'flat' ? '2' : diseases >= 3_000 ? '5' : '–');

export const answersTable = (rows) =>
  table(
    ['full answer, 300 diseases, 25 findings, once warm', 'p50', 'p99', 'limit of p99'],
    rows.map(({ what, p50, p99, limit }) => [what, ms(p50), ms(p99), ms(limit)]),
  );

export const largestTable = ({ diseases, compileMs, medianMs, slowestMs, limitMs }) =>
  table(
    [`${diseases.toLocaleString('en')} diseases, 25 findings`, 'measured', 'limit'],
    [
      ['full answer with intervals, questions and tests, median', ms(medianMs), ms(limitMs)],
      ['the slowest of five', ms(slowestMs), ms(limitMs)],
      ['compiling the knowledge base, once', ms(compileMs), '–'],
    ],
  );

export const readingTable = ({ vignettes, adversarial, opened }) =>
  [
    table(
      ['2,000 characters, de-identified and understood, once warm', 'p50', 'p99', 'limit of p99'],
      vignettes.map(({ language, p50, p99, limit }) => [LANGUAGES[language], ms(p50), ms(p99), ms(limit)]),
    ),
    table(
      [
        '20,000 characters made to lead astray, median of three',
        ...[
          'the slowest',
          'repeats',
          '÷ an ordinary text',
          'limit',
          'the same of 40,000 ÷ it, the most',
          'limit',
        ],
        ...['the slowest expression, all its calls', 'limit'],
      ],
      adversarial.map((row) => [
        row.what,
        ms(row.ms),
        `\`${row.piece.trim().replace('|', '\\|')}\``,
        row.ordinary.toFixed(2),
        row.ordinaryLimit,
        row.twice.toFixed(1),
        row.twiceLimit,
        ms(row.expression.ms),
        ms(row.expressionLimit),
      ]),
    ),
    table(
      ['the compiled vocabulary, both languages', 'measured', 'limit'],
      [
        ['read from its files, proven and opened', ms(opened.ms), ms(opened.limitMs)],
        ['held, after all these texts', `${opened.memoryMb.toFixed(0)} MB`, `${opened.memoryLimitMb} MB`],
      ],
    ),
  ].join('\n\n');

const us = (value) => (value === null ? '–' : `${value.toFixed(1)} µs`);

export const searchTable = (rows) =>
  table(
    ['passages', 'number', 'ready for the first question', 'search: p50', 'p99', 'limit of p99'],
    rows.map(({ what, passages, indexMs, p50, p99, limit }) => [
      what,
      passages.toLocaleString('en'),
      ms(indexMs),
      ms(p50),
      ms(p99),
      ms(limit),
    ]),
  );

export const logTable = (rows) =>
  table(
    [
      'entries',
      'append',
      'inclusion: proof',
      'check',
      'hashes',
      'consistency: proof',
      'check',
      'hashes',
      'tile of 256',
    ],
    rows.map(({ size, appendUs, inclusion, consistency, tileUs }) => [
      size.toLocaleString('en'),
      us(appendUs),
      ...[inclusion, consistency].flatMap(({ makeUs, checkUs, hashes }) => [us(makeUs), us(checkUs), hashes]),
      us(tileUs),
    ]),
  );

export const logStoreTable = (rows) =>
  table(
    [
      'entries, in Postgres',
      'append',
      'inclusion: proof',
      'consistency: proof',
      'tile of 256',
      'both proofs checked',
      'most hashes',
    ],
    rows.map(({ size, appendMs, inclusionMs, consistencyMs, tileMs, checkMs, hashes }) => [
      size.toLocaleString('en'),
      ms(appendMs),
      ms(inclusionMs),
      ms(consistencyMs),
      tileMs === null ? '–' : ms(tileMs),
      ms(checkMs),
      String(hashes),
    ]),
  );

const CALLS = {
  bare: 'the bare call',
  asked: 'behind all guards, asked',
  kept: 'behind all guards, a kept answer',
};

export const llmTable = ({ calls, rows, over }) =>
  table(
    [
      `${calls.toLocaleString('en')} calls each, in turn, of an endpoint that answers at once`,
      'p50',
      'p99',
      'limit of p99',
    ],
    [
      ...rows.map(({ what, p50, p99 }) => [CALLS[what], ms(p50), ms(p99), '–']),
      ['the guards over the bare call', ms(over.p50), ms(over.p99), ms(GUARDS_LIMIT_MS)],
    ],
  );

export const slowModelTable = ({ rounds, runs, used, off, on, ratio, ratios }) =>
  table(
    [
      `${rounds} rounds of ${runs} runs each, by turns; the model had a say in ${used}`,
      'p50',
      'p95',
      'limit of p95',
      'p95 of the rounds',
    ],
    [
      ['acceptance to list, without a model', ms(off.p50), ms(off.p95), '–', '–'],
      ['the same with a slow one', ms(on.p50), ms(on.p95), '–', '–'],
      [
        'ratio, median of the rounds',
        ratio.p50.toFixed(2),
        ratio.p95.toFixed(2),
        String(SLOW_MODEL_LIMIT),
        `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
      ],
    ],
  );

const LANGUAGES = { en: 'English', zh: 'Chinese' };

export const pathTable = ({ runs, empty, ratio }) =>
  table(
    ['200 times, one after the other', 'p50', 'limit of p50', 'p99'],
    [
      ['a run, HTTP request to completed', ms(runs.p50), '–', ms(runs.p99)],
      ['five empty jobs on the same queue', ms(empty.p50), '–', ms(empty.p99)],
      ['ratio', ratio.p50.toFixed(2), String(RATIO_LIMIT), ratio.p99.toFixed(2)],
    ],
  );

export const cdsTable = ({ calls, p50, p99, late }) =>
  table(
    [`${calls} times, one after the other`, 'p50', 'p99', 'limit of p99', 'late'],
    [['a call by CDS Hooks, request to cards', ms(p50), ms(p99), ms(CDS_LIMIT_MS), String(late)]],
  );

/** For each backend the runs of a product that has run for a while, and those soon after its start. */
export const processorTable = (backends) => {
  const columns = backends.flatMap(({ backend, processorMs, coldMs }) => [
    [backend, processorMs],
    [`${backend}, 120 runs after a start`, coldMs],
  ]);
  const names = [...new Set(backends.flatMap(({ processorMs }) => Object.keys(processorMs)))];
  const total = (times) => Object.values(times).reduce((sum, each) => sum + each, 0);
  return table(
    ['processor time of a run', ...columns.map(([heading]) => heading), 'limit'],
    [
      ...names.map((name) => [
        name,
        ...columns.map(([, { [name]: time }]) => (time === undefined ? '–' : ms(time))),
        '–',
      ]),
      ['all', ...columns.map(([, times]) => ms(total(times))), ms(PROCESSOR_LIMIT_MS)],
    ],
  );
};

export const loadTable = (backends) =>
  table(
    ['queue', 'clients', 'runs', 'runs a second', 'limit', 'p50', 'p99', 'limit of p99', 'lost'],
    backends.flatMap(({ backend, loads }) =>
      loads.map(({ clients, runs, perSecond, p50, p99, lost }) => {
        const limited = clients === CLIENTS_OF_LIMIT;
        return [
          backend,
          String(clients),
          String(runs),
          perSecond.toFixed(1),
          limited ? String(PER_SECOND_LIMIT) : '–',
          ms(p50),
          ms(p99),
          limited ? ms(P99_LIMIT_MS) : '–',
          String(lost),
        ];
      }),
    ),
  );

const PARTS = {
  mask: 'the text de-identified',
  understand: 'the text understood',
  plain: 'plain answer, neither intervals nor next questions and tests',
  score: 'of it: the case checked and scored',
  questions: 'next questions',
  tests: 'next tests',
  intervals: 'plain answer with intervals',
  full: 'full answer',
  parse: 'the answer checked against its schema',
  seal: 'the answer sealed',
};

export const shippedTable = ({ cases, diseases, findings, parts }) =>
  table(
    [
      `${diseases.toLocaleString('en')} diseases, ${cases} told cases, ` +
        `${findings.least} to ${findings.most} findings (median ${findings.median}), once warm`,
      'p50',
      'p99',
      'limit of p50',
      'limit of p99',
    ],
    parts.map(({ what, p50, p99, limit }) => [
      PARTS[what],
      ms(p50),
      ms(p99),
      limitMs(limit.p50),
      limitMs(limit.p99),
    ]),
  );

const limitMs = (limit) => (limit === undefined ? '–' : ms(limit));

export const startTable = ({
  firstMs,
  secondMs,
  floorMs,
  floorOfAllMs,
  ratio,
  ratioOfAll,
  services,
  limit,
}) =>
  table(
    ['start, until every service is ready', 'measured', 'limit'],
    [
      ['first start', seconds(firstMs), '–'],
      ['second start', seconds(secondMs), '–'],
      ['an empty Postgres and five empty Nest applications', seconds(floorMs), '–'],
      ['second start ÷ that', ratio.toFixed(2), String(limit)],
      [`an empty Postgres and ${services} empty Nest applications`, seconds(floorOfAllMs), '–'],
      ['second start ÷ that', ratioOfAll.toFixed(2), '–'],
    ],
  );

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

export const memoryTable = (memoryMb) => {
  const shown = (mb) => (mb === null ? '–' : `${mb.toFixed(0)} MB`);
  const row = (name, resident, proportional, limit = '–') => [
    name,
    shown(resident),
    shown(proportional),
    limit,
  ];
  const all = Object.values(memoryMb);
  const proportional = sumOf(all.map((one) => one.proportional));
  return table(
    ['memory, after these runs', 'resident', 'shared pages counted once', 'limit of resident'],
    [
      ...Object.entries(memoryMb).map(([name, mb]) => row(name, mb.resident, mb.proportional)),
      row('the five of a run', sumOfFive(memoryMb), null, `${MEMORY_LIMIT_MB} MB`),
      row(`all ${all.length}`, sumOf(all.map(({ resident }) => resident)), proportional),
    ],
  );
};

export const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
