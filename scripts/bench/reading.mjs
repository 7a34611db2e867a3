import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { BUNDLES, DIST, ROOT } from '../build/places.mjs';

const VIGNETTE = 2_000;
const VIGNETTE_LIMIT_MS = 12;
const LONGEST_TEXT = 20_000;
const LONGEST_LIMIT_MS = 50;
/** A text of twice the length may take so many times as long: an expression that goes back over what it read takes four. */
const TWICE_LIMIT = 3;
/** Of so many reads of a long text the median counts: one of them meets the collection of what the others left. */
const READS = 5;
/** Every repeat is read once; so many of the slowest are read again. */
const SLOWEST = 8;
const OPEN_LIMIT_MS = 150;
const MEMORY_LIMIT_MB = 60;
const ROUNDS = { time: 4_000, warmupTime: 3_000 };

const fromBuild = (library) => createRequire(import.meta.url)(join(DIST, 'libs', library, 'src', 'index.js'));

/**
 * How long a vignette of 2,000 characters takes to be de-identified and understood with the whole vocabulary, in both
 * languages; the slowest of the texts made to lead patterns astray; and what the vocabulary takes to be opened
 * and holds when all of them have been read.
 *
 * @returns {Promise<{ vignettes: object[], adversarial: object[], opened: object }>}
 */
export async function measureReading() {
  const { BundleStore } = fromBuild('knowledge');
  const { VocabularyStore } = fromBuild('vocabularies');
  const { deidentify, understandText } = fromBuild('clinical-language');
  const bundles = new BundleStore(BUNDLES);
  const bundle = bundles.current();
  const before = heldMb();
  const start = performance.now();
  const vocabulary = new VocabularyStore(bundles).vocabulary(bundle.hashes.knowledge);
  const openMs = performance.now() - start;
  const masked = (text) => deidentify(text);
  const understood = (text) => understandText(text, undefined, vocabulary);
  const vignettes = [];
  for (const language of ['en', 'zh']) {
    const texts = vignettesOf(bundle, language);
    vignettes.push({
      language,
      ...(await latencyOf(texts, (text) => understood(masked(text).text))),
      limit: VIGNETTE_LIMIT_MS,
    });
  }
  // Only now: what was looked up is kept.
  const memoryMb = heldMb() - before;
  return {
    vignettes,
    adversarial: [
      { what: 'de-identified', ...slowest(masked) },
      { what: 'understood', ...slowest(understood) },
    ],
    opened: { ms: openMs, limitMs: OPEN_LIMIT_MS, memoryMb, memoryLimitMb: MEMORY_LIMIT_MB },
  };
}

/** Texts of just 2,000 characters, made of our teaching cases. */
function vignettesOf({ teachingCases }, language) {
  const told = teachingCases.flatMap(({ stages }) => stages.map(({ text }) => text[language])).join('\n');
  return told.match(new RegExp(`[^]{${VIGNETTE}}`, 'gu'));
}

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

function slowest(read) {
  const timeOf = (text) => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };
  const medianOf = (text) => {
    const times = Array.from({ length: READS }, () => timeOf(text));
    return times.sort((a, b) => a - b)[(READS - 1) / 2];
  };
  const repeated = (piece, length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const once = hostilePieces().map((piece) => ({ piece, ms: timeOf(repeated(piece, LONGEST_TEXT)) }));
  const again = once.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  const medians = again.map(({ piece }) => {
    const ms = medianOf(repeated(piece, LONGEST_TEXT));
    return { piece, ms, twice: ms / medianOf(repeated(piece, LONGEST_TEXT / 2)) };
  });
  const twice = Math.max(...medians.map((each) => each.twice));
  const longest = medians.reduce((a, b) => (a.ms > b.ms ? a : b));
  return { ...longest, limit: LONGEST_LIMIT_MS, twice, twiceLimit: TWICE_LIMIT };
}

/** The heap and the bytes beside it. */
function heldMb() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
