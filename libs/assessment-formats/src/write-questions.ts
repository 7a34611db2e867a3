import { type Language, type QuestionFormat } from '@openrounds/contracts';
import { writeGift } from './gift/write-gift';
import { type Files } from './model/files';
import { type Item } from './model/item';
import { lossesOf, type Loss } from './model/losses';
import { writeMoodle } from './moodle/write-moodle';
import { QTI_21, QTI_3 } from './qti/dialect';
import { writeQti } from './qti/write-qti';

/** Questions in a format, and all that the format lost. */
export interface WrittenQuestions {
  readonly files: Files;
  /** How many questions are in the files. */
  readonly written: number;
  readonly losses: readonly Loss[];
}

/**
 * Writes questions in a format of learning management systems. What the format cannot hold is named question by question; a question that it
 * cannot hold at all is left out and named.
 *
 * @param language of the questions in a format that has one language only; the others hold all languages
 */
export function writeQuestions(
  items: readonly Item[],
  format: QuestionFormat,
  language: Language,
): WrittenQuestions {
  const judged = items.map((item) => ({ item, losses: lossesOf(item, format) }));
  const held = judged.filter(({ losses }) => !losses.some(({ leftOut }) => leftOut)).map(({ item }) => item);
  return {
    files: filesOf(held, format, language),
    written: held.length,
    losses: judged.flatMap(({ losses }) => losses),
  };
}

function filesOf(items: readonly Item[], format: QuestionFormat, language: Language): Files {
  switch (format) {
    case 'qti3':
      return writeQti(items, QTI_3);
    case 'qti21':
      return writeQti(items, QTI_21);
    case 'moodle-xml':
      return writeMoodle(items);
    case 'gift':
      return writeGift(items, language);
  }
}
