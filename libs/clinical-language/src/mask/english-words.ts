import { englishVocabulary } from './mask-lexicon';

const { words, endings } = englishVocabulary();
const ENDINGS: ReadonlySet<string> = new Set(endings);
const [SHORTEST, LONGEST] = [3, Math.max(...endings.map(({ length }) => length))];

/** Halves the sorted list, which stays one string: a set of its words would take thirty times the memory. */
function isListed(word: string): boolean {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = words.lastIndexOf(' ', middle - 1) + 1;
    const space = words.indexOf(' ', start);
    const end = space === -1 ? words.length : space;
    const found = words.slice(start, end);
    if (found === word) return true;
    if (found < word) low = end + 1;
    else high = start;
  }
  return false;
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
