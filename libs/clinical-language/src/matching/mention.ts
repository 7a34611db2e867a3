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

/** A mention put together from words that stand apart, in the order of the text. */
export function mentionApart(used: readonly number[], sense: Sense): Mention {
  const from = used[0] ?? 0;
  return { senses: [sense], from, to: (used[used.length - 1] ?? from) + 1, used, form: 'apart' };
}
