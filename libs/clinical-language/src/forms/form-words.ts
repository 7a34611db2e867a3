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
]);

/** Whether a stretch is one of some words and nothing else. */
export const isWord = (
  words: ReadonlySet<string>,
  tokens: readonly Token[],
  { from, to }: Stretch,
): boolean => words.has(joinedText(tokens, from, to));
