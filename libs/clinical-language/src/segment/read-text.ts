import { writeAnsweredRows } from '../forms/answered-rows';
import { normalise } from '../normalise/normalise';
import { splitGluedValues } from '../normalise/glued-values';
import { type Reading, readingOf } from './reading';
import { unifyHanWords } from '../normalise/same-words';
import { writeShorthand } from '../normalise/shorthand';
import { writeCommasForSpaces } from '../normalise/spaces-as-commas';
import { withoutPutRight } from '../normalise/put-right';
import { writeMarks } from '../marks/write-marks';
import { writeSpokenMarks } from '../normalise/spoken-marks';
import { writeScoredItems } from '../forms/scored-items';
import { writeSignedLists } from '../forms/signed-lists';
import { writeLayout } from '../forms/write-layout';
import { writeUnmarkedRows } from '../forms/unmarked-rows';
import { joinSpeltLetters } from '../normalise/spelt-letters';
import { tokenise } from '../normalise/tokens';
import { splitSentences } from './sentences';
import { partTaught } from './taught';
import { joinWrappedLines } from './wrapped-lines';

/** Answers of forms, each written out as a word behind what it answers. */
const FORMS = [writeScoredItems, writeSignedLists, writeAnsweredRows, writeUnmarkedRows];

/** Letters that were spelt, that stand for words, and that cling to values. */
const LETTERS = [joinSpeltLetters, writeShorthand, splitGluedValues];

/** Reads a text as far as its sentences. Never throws, whatever the text. */
export function readText(given: string): Reading {
  const source = normalise(given);
  const { told, taught } = partTaught(tokenise(source));
  const words = LETTERS.reduce((tokens, write) => write(tokens), writeLayout(source, told));
  const spoken = writeSpokenMarks(joinWrappedLines(source, words));
  const written = FORMS.reduce((tokens, write) => write(tokens), writeMarks(spoken));
  const tokens = unifyHanWords(withoutPutRight(writeCommasForSpaces(written)));
  return readingOf(given, source, tokens, splitSentences(tokens), taught);
}
