import { normalise } from '../normalise/normalise';
import { splitGluedValues } from '../normalise/glued-values';
import { type Reading, readingOf } from './reading';
import { unifyHanWords } from '../normalise/same-words';
import { writeCommasForSpaces } from '../normalise/spaces-as-commas';
import { withoutPutRight } from '../normalise/put-right';
import { writeSpokenMarks } from '../normalise/spoken-marks';
import { writeSignedLists } from '../normalise/signed-lists';
import { writeTickedOptions } from '../normalise/ticked-options';
import { joinSpeltLetters } from '../normalise/spelt-letters';
import { tokenise } from '../normalise/tokens';
import { splitSentences } from './sentences';
import { joinWrappedLines } from './wrapped-lines';

/** Reads a text as far as its sentences. Never throws, whatever the text. */
export function readText(given: string): Reading {
  const source = normalise(given);
  const spoken = writeSpokenMarks(
    joinWrappedLines(source, splitGluedValues(joinSpeltLetters(tokenise(source)))),
  );
  const written = writeSignedLists(writeTickedOptions(spoken));
  const tokens = unifyHanWords(withoutPutRight(writeCommasForSpaces(written)));
  return readingOf(given, source, tokens, splitSentences(tokens));
}
