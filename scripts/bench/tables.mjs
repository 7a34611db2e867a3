/** The measurements as Markdown tables. */

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
      ['20,000 characters made to lead astray, median of five', 'the slowest', 'repeats', 'limit'],
      adversarial.map((row) => [
        row.what,
        ms(row.ms),
        `\`${row.piece.trim().replace('|', '\\|')}\``,
        ms(row.limit),
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

const LANGUAGES = { en: 'English', zh: 'Chinese' };

export const pathTable = ({ runs, empty, ratio }) =>
  table(
    ['200 times, one after the other', 'p50', 'p99'],
    [
      ['a run, HTTP request to completed', ms(runs.p50), ms(runs.p99)],
      ['five empty jobs on the same queue', ms(empty.p50), ms(empty.p99)],
      ['ratio', ratio.p50.toFixed(2), ratio.p99.toFixed(2)],
    ],
  );

/** Limits of a run: milliseconds of processor time over all processes; runs a second and p99 with 16 clients. */
const PROCESSOR_LIMIT_MS = 90;
const CLIENTS_OF_LIMIT = 16;
const PER_SECOND_LIMIT = 20;
const P99_LIMIT_MS = 1_500;

export const processorTable = (backends) => {
  const names = [...new Set(backends.flatMap(({ processorMs }) => Object.keys(processorMs)))];
  const total = (times) => Object.values(times).reduce((sum, each) => sum + each, 0);
  return table(
    ['processor time of a run', ...backends.map(({ backend }) => backend), 'limit'],
    [
      ...names.map((name) => [
        name,
        ...backends.map(({ processorMs: { [name]: time } }) => (time === undefined ? '–' : ms(time))),
        '–',
      ]),
      ['all', ...backends.map(({ processorMs }) => ms(total(processorMs))), ms(PROCESSOR_LIMIT_MS)],
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

export const soakTable = (backends) =>
  table(
    ['queue', 'runs', 'runs a second', 'p50', 'p99', 'lost'],
    backends.map(({ backend, runs, perSecond, p50, p99, lost }) => [
      backend,
      String(runs),
      perSecond.toFixed(1),
      ms(p50),
      ms(p99),
      String(lost),
    ]),
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

export const startTable = ({ firstMs, secondMs, floorMs, ratio, limit }) =>
  table(
    ['start, until every service is ready', 'measured', 'limit'],
    [
      ['first start', seconds(firstMs), '–'],
      ['second start', seconds(secondMs), '–'],
      ['an empty Postgres and five empty Nest applications', seconds(floorMs), '–'],
      ['second start ÷ that', ratio.toFixed(2), String(limit)],
    ],
  );

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

const MEMORY_LIMIT_MB = 900;

export const memoryTable = (memoryMb) => {
  const all = Object.values(memoryMb);
  const sum = all.includes(null) ? null : all.reduce((a, b) => a + b, 0);
  const shown = (mb) => (mb === null ? '–' : `${mb.toFixed(0)} MB`);
  return table(
    ['resident memory, after these runs', 'measured', 'limit'],
    [
      ...Object.entries(memoryMb).map(([name, mb]) => [name, shown(mb), '–']),
      ['all six', shown(sum), `${MEMORY_LIMIT_MB} MB`],
    ],
  );
};

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
