import { type Sense } from '../lexicon/sense';

/** A concept of the vocabulary found in a sentence: token positions, end exclusive. */
export interface Mention {
  readonly senses: readonly Sense[];
  readonly from: number;
  readonly to: number;
  /** The tokens that carry the concept. */
  readonly used: readonly number[];
  /** Found as one phrase, or put together from words that stand apart. */
  readonly form: 'phrase' | 'apart';
}
