import { type Unmatched } from '@openrounds/contracts';
import { type NormalisedText } from '../normalise/normalise';
import { type Token } from '../model/token';
import { Quoter } from '../normalise/code-points';
import { type Sentence } from './sentences';

/** A text read as far as its sentences: what every later stage starts from. */
export interface Reading {
  readonly source: NormalisedText;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The stretch of the given text that tokens `from` to `to` (exclusive) stand for. */
  quote(from: number, to: number): Unmatched;
}

/** Ties tokens back to the text that was given. */
export function readingOf(
  given: string,
  source: NormalisedText,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Reading {
  const quoter = new Quoter(given);
  return {
    source,
    tokens,
    sentences,
    quote(from, to) {
      const start = tokens[from]?.start ?? source.text.length;
      return quoter.quote(source.toOriginal(start, Math.max(start, tokens[to - 1]?.end ?? start)));
    },
  };
}
