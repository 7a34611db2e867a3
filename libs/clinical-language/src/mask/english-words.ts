import { englishVocabulary } from './mask-lexicon';

const { words, endings } = englishVocabulary();
const ENDINGS: ReadonlySet<string> = new Set(endings);
const [SHORTEST, LONGEST] = [3, Math.max(...endings.map(({ length }) => length))];

/** The first listed word that is not before one; the list stays one string: a set of its words would take thirty times the memory. */
function listedFrom(word: string): string {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = words.lastIndexOf(' ', middle - 1) + 1;
    const space = words.indexOf(' ', start);
    const end = space === -1 ? words.length : space;
    if (words.slice(start, end) < word) low = end + 1;
    else high = start;
  }
  const end = words.indexOf(' ', low);
  return words.slice(low, end === -1 ? undefined : end);
}

const isListed = (word: string): boolean => listedFrom(word) === word;

const SHORTEST_CLIPPED = 4;
const LEAST_CUT = 3;

/** Cut off as notes cut words: prox, vestib, neurosurg. */
export function isClipped(lower: string): boolean {
  if (lower.length < SHORTEST_CLIPPED) return false;
  const next = listedFrom(lower);
  return next.startsWith(lower) && next.length >= lower.length + LEAST_CUT;
}

/** How English makes words of others: what is taken off, what is put on. */
const INFLECTIONS = [
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
] as const;

/** Ends as medicines, diseases and germs do. */
export function hasClinicalEnding(lower: string): boolean {
  for (let size = Math.min(LONGEST, lower.length - 2); size >= SHORTEST; size -= 1)
    if (ENDINGS.has(lower.slice(-size))) return true;
  return false;
}

const known = new Map<string, boolean>();

/** A word of English or of medicine, inflected or not, or one that ends as clinical words do. */
export function isEnglishWord(lower: string): boolean {
  let answer = known.get(lower);
  if (answer === undefined) {
    answer =
      isListed(lower) ||
      INFLECTIONS.some(
        ([off, on]) =>
          lower.length > off.length + 2 && lower.endsWith(off) && isListed(lower.slice(0, -off.length) + on),
      ) ||
      hasClinicalEnding(lower);
    if (known.size > 20_000) known.clear();
    known.set(lower, answer);
  }
  return answer;
}
