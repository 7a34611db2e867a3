import { type Span } from '../model/understanding';
import { byMember, CHARACTERS, TRADITIONAL } from './spelling-lexicon';

/**
 * A text made comparable (NFKC, one kind of quote, dash and line end, simplified Chinese, no invisible characters), with the way back to
 * the code points of the text that was given.
 */
export interface NormalisedText {
  /** Normalised, letters as written. */
  readonly text: string;
  /** `text` in lower case; same length, so that offsets hold in both. */
  readonly lower: string;
  /** A span in UTF-16 units of `text` → the span of original code points that it came from. */
  toOriginal(start: number, end: number): Span;
}

/** Zero-width and bidirectional controls, soft hyphen, byte-order mark: invisible, hence never part of a word. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const COMBINING = /^\p{M}$/u;
const CONTROL_OR_SURROGATE = /^[\p{Cc}\p{Cs}]$/u;

/** Marks beyond this many on one letter are dropped: real orthographies need far fewer. */
const MAX_MARKS = 8;

/** Ligatures of whole phrases (U+FDFA) would let a text grow eighteenfold. */
const MAX_EXPANSION = 2 * MAX_MARKS;

const UNIFIED = byMember(CHARACTERS.marks);

/** Characters of other ways to write Chinese, each with the one that stands for it, so that no offset moves. */
const SIMPLIFIED = new Map([
  ...Array.from(TRADITIONAL.written, (written, at) => [written, TRADITIONAL.standsFor.charAt(at)] as const),
  ...byMember(CHARACTERS.elsewhere),
]);

/** Printable ASCII and the common Chinese characters are their own compatible form, and most of any text. */
function isPlain(char: string): boolean {
  const code = char.charCodeAt(0);
  return (code >= 0x20 && code <= 0x7e) || (code >= 0x4e00 && code <= 0x9fff);
}

/** ④, Ⓨ: what is chosen on a form keeps its circle as brackets. */
const ENCIRCLED = /^[\u2460-\u2473\u24b6-\u24ea]$/;

/** Normalises one character with its combining marks. */
function normaliseCluster(cluster: string): string {
  if (cluster === '\n' || cluster === '\t') return cluster;
  if (CONTROL_OR_SURROGATE.test(cluster)) return ' ';
  const compatible = ENCIRCLED.test(cluster) ? `(${cluster.normalize('NFKC')})` : cluster.normalize('NFKC');
  if (compatible.length > MAX_EXPANSION) return cluster;
  let result = '';
  for (const char of compatible) result += UNIFIED.get(char) ?? SIMPLIFIED.get(char) ?? char;
  return result;
}

/** The same text in lower case, character by character so that no offset moves. */
function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (char) =>
    char.toLowerCase().length === char.length ? char.toLowerCase() : char,
  ).join('');
}

const PRINTABLE_ASCII = /^[ -~]*$/;

/** Text that is its own normal form: no offset moves. */
const asItStands = (text: string): NormalisedText => ({
  text,
  lower: text.toLowerCase(),
  toOriginal: (from, to) => {
    const start = Math.min(from, text.length);
    return { start, end: to > from ? Math.min(to, text.length) : start };
  },
});

/**
 * Normalises a text of any content; never throws.
 * @param given the text as it came; NUL bytes, lone surrogates and controls become spaces.
 */
export function normalise(given: string): NormalisedText {
  if (PRINTABLE_ASCII.test(given)) return asItStands(given);
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  const points = Array.from(given);
  let index = 0;
  while (index < points.length) {
    const start = index;
    const first = points[index] ?? '';
    index += 1;
    if (isPlain(first) && (index === points.length || isPlain(points[index] ?? ''))) {
      starts.push(start);
      ends.push(index);
      parts.push(SIMPLIFIED.get(first) ?? first);
      continue;
    }
    if (INVISIBLE.test(first)) continue;
    let cluster = first;
    if (first === '\r') {
      if (points[index] === '\n') index += 1;
      cluster = '\n';
    }
    let marks = 0;
    while (index < points.length && COMBINING.test(points[index] ?? '')) {
      if (marks < MAX_MARKS) cluster += points[index] ?? '';
      marks += 1;
      index += 1;
    }
    const normalised = normaliseCluster(cluster);
    for (let unit = 0; unit < normalised.length; unit += 1) {
      starts.push(start);
      ends.push(index);
    }
    parts.push(normalised);
  }
  const text = parts.join('');
  const total = points.length;
  return {
    text,
    lower: lowerSameLength(text),
    toOriginal(from, to) {
      const start = starts[from] ?? total;
      return { start, end: to > from ? (ends[to - 1] ?? total) : start };
    },
  };
}
