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

export const readingTable = ({ vignettes, adversarial, memoryMb, memoryLimitMb }) =>
  [
    table(
      ['2,000 characters, de-identified and understood, once warm', 'p50', 'p99', 'limit of p99'],
      vignettes.map(({ language, p50, p99, limit }) => [LANGUAGES[language], ms(p50), ms(p99), ms(limit)]),
    ),
    table(
      ['20,000 characters made to lead astray, median of five', 'the slowest', 'repeats', 'limit'],
      adversarial.map((row) => [row.what, ms(row.ms), `\`${row.piece.trim()}\``, ms(row.limit)]),
    ),
    table(
      ['the compiled vocabulary', 'heap', 'limit'],
      [['both languages', `${memoryMb.toFixed(0)} MB`, `${memoryLimitMb} MB`]],
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

export const startTable = ({ startMs, memoryMb }) =>
  table(
    ['start and memory', 'measured'],
    [
      ['first start, until every service is ready', `${(startMs.first / 1000).toFixed(1)} s`],
      ['second start', `${(startMs.second / 1000).toFixed(1)} s`],
      ...Object.entries(memoryMb).map(([name, mb]) => [
        `${name}, resident`,
        mb === null ? '–' : `${mb.toFixed(0)} MB`,
      ]),
    ],
  );

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
