import { type Stretch, type Token } from '../model/token';
import { type NamedPeople, peopleAround } from './people-around';
import { WordsAround } from './words-around';

/** What is around a finding, as numbers: in its own sentence, and in all the text about it. */
export interface CluesAround {
  readonly inSentence: ArrayLike<number>;
  readonly inText: ArrayLike<number>;
}

/** A text, as it tells what is said of its findings. */
export class ToldText {
  private readonly words: WordsAround;

  constructor(
    readonly tokens: readonly Token[],
    private readonly people: NamedPeople,
  ) {
    this.words = new WordsAround(tokens);
  }

  /**
   * The words around a finding and the people who are named there.
   *
   * @param sentence that the finding stands in
   * @param finding the stretch of its words
   */
  cluesAround(sentence: Stretch, finding: Stretch): CluesAround {
    const words = this.words.inSentence(sentence, finding);
    const named = peopleAround(this.people, sentence, finding);
    return {
      inSentence: joined(words, named.inSentence),
      inText: joined(words, this.words.about(sentence), named.inSentence, named.inText),
    };
  }
}

function joined(...lists: readonly ArrayLike<number>[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
