import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bench } from 'tinybench';
import { BUNDLES, ROOT } from '../build/places.mjs';
import { timeOfExpressions } from './expressions.mjs';
import { fromBuild, LANGUAGES, toldIn, vignettesOf } from './vignettes.mjs';

const VIGNETTE_LIMIT_MS = 12;
const LONGEST_TEXT = 20_000;
/** Of all calls of one expression in the longest text. */
const EXPRESSION_LIMIT_MS = 50;
/** A hostile text to one of the same length that a teacher would paste: it buys nothing by being hostile. */
const ORDINARY_LIMIT = 1.5;
/** A text of twice the length may take so many times as long: an expression that goes back over what it read takes four. */
const TWICE_LIMIT = 3;
/** Of so many reads of a long text the median counts: one of them meets the collection of what the others left. */
const READS = 3;
/** Every repeat is read once, in a text of so many characters: the slowest of them are read at full length. */
const FIRST_TEXT = 2_000;
/** So many of the slowest are read again. */
const SLOWEST = 5;
const OPEN_LIMIT_MS = 150;
const MEMORY_LIMIT_MB = 60;
const ROUNDS = { time: 4_000, warmupTime: 3_000 };

/**
 * How long a vignette of 2,000 characters takes to be de-identified and understood with the whole vocabulary, in both
 * languages; the slowest of the texts made to lead patterns astray, beside ordinary ones of their length, and the slowest
 * expression in any of them; and what the vocabulary takes to be opened and holds when all of them have been read.
 *
 * @returns {Promise<{ vignettes: object[], adversarial: object[], opened: object }>}
 */
export async function measureReading() {
  const { BundleStore } = fromBuild('knowledge');
  const { VocabularyStore } = fromBuild('vocabularies');
  const { deidentify, understandText } = fromBuild('clinical-language');
  const bundles = new BundleStore(BUNDLES);
  const bundle = bundles.current();
  const vocabulary = new VocabularyStore(bundles).vocabulary(bundle.hashes.knowledge);
  const masked = (text) => deidentify(text);
  const understood = (text) => understandText(text, undefined, vocabulary);
  const vignettes = [];
  for (const language of LANGUAGES) {
    const texts = vignettesOf(bundle, language);
    vignettes.push({
      language,
      ...(await latencyOf(texts, (text) => understood(masked(text).text))),
      limit: VIGNETTE_LIMIT_MS,
    });
  }
  const ordinary = LANGUAGES.map((language) => toldIn(bundle, language).slice(0, LONGEST_TEXT));
  return {
    vignettes,
    adversarial: [
      { what: 'de-identified', ...slowest(masked, ordinary) },
      { what: 'understood', ...slowest(understood, ordinary) },
    ],
    opened: { ...openedAlone(), limitMs: OPEN_LIMIT_MS, memoryLimitMb: MEMORY_LIMIT_MB },
  };
}

/** What the vocabulary takes and holds, in a process of its own. */
const openedAlone = () =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--expose-gc', fileURLToPath(new URL('vocabulary-held.mjs', import.meta.url))],
      { encoding: 'utf8' },
    ),
  );

async function latencyOf(texts, read) {
  let at = 0;
  const bench = new Bench(ROUNDS);
  bench.add('read', () => read(texts[at++ % texts.length]));
  await bench.run();
  const { p50, p99 } = bench.tasks[0].result.latency;
  return { p50, p99 };
}

/** Repeats that led patterns astray, and every printable mark alone and behind a letter, a digit, a word of either language. */
function hostilePieces() {
  const listed = join(ROOT, 'libs', 'clinical-language', 'test-sets', 'adversarial.json');
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
  const marks = [
    ...ascii.filter((char) => /[^a-z\d]/i.test(char)),
    ...'，。、；：？！“”（）【】《》·—～×→↑↓•°\n\t',
  ];
  const before = ['', 'a', '1', '痛', 'no chest pain', '否认胸痛'];
  return [
    ...new Set([
      ...JSON.parse(readFileSync(listed, 'utf8')),
      ...before.flatMap((words) => marks.map((mark) => words + mark)),
    ]),
  ];
}

/** The slowest of the hostile texts, and the slowest expression in any of them. */
function slowest(read, ordinary) {
  const timeOf = (text) => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };
  const timesOf = (text) => Array.from({ length: READS }, () => timeOf(text)).sort((a, b) => a - b);
  /** Ratios are of the quickest: a few milliseconds are doubled by one collection. */
  const quickestOf = (text) => timesOf(text)[0];
  const repeated = (piece, length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const pieces = hostilePieces();
  const once = pieces.map((piece) => ({ piece, ms: timeOf(repeated(piece, FIRST_TEXT)) }));
  const again = once.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  const medians = again.map(({ piece }) => {
    const times = timesOf(repeated(piece, LONGEST_TEXT));
    const quickest = times[0];
    // Not of half the length: what that leaves behind fits the young generation, and costs no collection.
    const twice = quickestOf(repeated(piece, LONGEST_TEXT * 2)) / quickest;
    return { piece, ms: times[(READS - 1) / 2], quickest, twice };
  });
  const twice = Math.max(...medians.map((each) => each.twice));
  const longest = medians.reduce((a, b) => (a.ms > b.ms ? a : b));
  return {
    ...longest,
    ordinary: Math.max(...medians.map((each) => each.quickest)) / Math.max(...ordinary.map(quickestOf)),
    ordinaryLimit: ORDINARY_LIMIT,
    twice,
    twiceLimit: TWICE_LIMIT,
    expression: slowestExpression(read, pieces, repeated),
    expressionLimit: EXPRESSION_LIMIT_MS,
  };
}

/** The expression that takes longest in one of the texts; the median of some reads, of those that were slowest at first. */
function slowestExpression(read, pieces, repeated) {
  const timed = (text) => timeOfExpressions(() => read(text))[0] ?? { source: '', ms: 0 };
  const first = pieces.map((piece) => ({ piece, ...timed(repeated(piece, FIRST_TEXT)) }));
  const again = first
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
    .map(({ piece }) => Array.from({ length: READS }, () => timed(repeated(piece, LONGEST_TEXT))))
    .map((reads) => reads.sort((a, b) => a.ms - b.ms)[(READS - 1) / 2]);
  return again.reduce((a, b) => (a.ms > b.ms ? a : b));
}
