import { normalise } from '../text/normalise';
import { splitGluedValues } from '../text/glued-values';
import { type Reading, readingOf } from '../text/reading';
import { unifyHanWords } from '../text/same-words';
import { tokenise } from '../text/tokens';
import { splitSentences } from './sentences';
import { joinWrappedLines } from './wrapped-lines';

/** Reads a text as far as its sentences. Never throws, whatever the text. */
export function readText(given: string): Reading {
  const source = normalise(given);
  const tokens = unifyHanWords(joinWrappedLines(source, splitGluedValues(tokenise(source))));
  return readingOf(given, source, tokens, splitSentences(tokens));
}
