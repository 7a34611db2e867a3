import { type Stretch, type Token } from '../model/token';
import { type NamedPeople, peopleAround } from './people-around';
import { wordsAround, wordsInSentence } from './words-around';

/** A text, as it tells what is said of its findings. */
export interface ToldText {
  readonly tokens: readonly Token[];
  readonly people: NamedPeople;
}

/** What is around a finding, as numbers: in its own sentence, and in all the text about it. */
export interface CluesAround {
  readonly inSentence: readonly number[];
  readonly inText: readonly number[];
}

/**
 * The words around a finding and the people who are named there.
 *
 * @param sentence that the finding stands in
 * @param finding the stretch of its words
 */
export function cluesAround({ tokens, people }: ToldText, sentence: Stretch, finding: Stretch): CluesAround {
  const words = wordsInSentence(tokens, sentence, finding);
  const named = peopleAround(people, sentence, finding);
  return {
    inSentence: [...words, ...named.inSentence],
    inText: [...wordsAround(tokens, sentence, words), ...named.inSentence, ...named.inText],
  };
}
