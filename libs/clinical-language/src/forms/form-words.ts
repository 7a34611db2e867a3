import { wordLists } from '../lexicon/lexicon-rows';
import { type Stretch, type Token } from '../model/token';
import { joinedText } from '../normalise/at-position';

/** `lexicon/forms.yaml`. */
export const FORM_WORDS = wordLists('forms', [
  'kin',
  'self',
  'days',
  'fields',
  'denials',
  'remarks',
  'asks',
  'items',
  'amounts',
  'signs',
  'replies',
  'counts',
  'only',
  'heads',
  'tasks',
  'echoes',
  'references',
  'all',
  'tags',
  'arrows',
  'quantities',
]);

/** Whether a stretch is one of some words and nothing else. */
export const isWord = (
  words: ReadonlySet<string>,
  tokens: readonly Token[],
  { from, to }: Stretch,
): boolean => words.has(joinedText(tokens, from, to));

/** The longest of such words, in tokens: a Chinese character is one. */
const LONGEST = 4;

const lengths = Array.from({ length: LONGEST }, (_, index) => LONGEST - index);

/** So many tokens at a position are one of some words; 0: none. */
export const wordFrom = (words: ReadonlySet<string>, tokens: readonly Token[], at: number): number =>
  lengths.find((length) => words.has(joinedText(tokens, at, at + length))) ?? 0;

/** Whether one of some words ends at a position. */
export const isBehindWord = (words: ReadonlySet<string>, tokens: readonly Token[], at: number): boolean =>
  lengths.some((length) => at >= length && words.has(joinedText(tokens, at - length, at)));

/** Whether a name opens with one of some words: "severity_0_10", 有无(1/0). */
export function opensWith(
  words: ReadonlySet<string>,
  tokens: readonly Token[],
  { from, to }: Stretch,
): boolean {
  const text = joinedText(tokens, from, to);
  return words.has(tokens[from]?.text ?? '') || [2, 3].some((size) => words.has(text.slice(0, size)));
}
