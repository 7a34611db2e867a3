import { type PassageLanguage } from '../passage';
import { type NameDictionary } from '../vocabulary/name-dictionary';
import { type CharacterRange, type ClaimPassage } from './claim';
import { type Held, heldBy } from './held';
import { readSentence } from './read-sentence';
import { sentencesOf } from './sentences';

/** A claim may lean on so many sentences in a row. */
const LONGEST_STRETCH = 2;

/** Some sentences of a passage in a row. */
export interface Stretch extends CharacterRange {
  readonly held: Held;
  readonly sentences: number;
}

/** All stretches of a passage in one language; none where it lacks that language. */
export function stretchesOf(
  { text }: ClaimPassage,
  language: PassageLanguage,
  names: NameDictionary,
): Stretch[] {
  const whole = text[language] ?? '';
  const sentences = sentencesOf(whole).map((range) => ({
    ...range,
    read: readSentence(whole.slice(range.from, range.to), language, names),
  }));
  return Array.from({ length: LONGEST_STRETCH }, (_, more) =>
    sentences.slice(more).map((last, i) => ({
      from: sentences[i]?.from ?? last.from,
      to: last.to,
      held: heldBy(sentences.slice(i, i + more + 1).map(({ read }) => read)),
      sentences: more + 1,
    })),
  ).flat();
}
