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
  /** What is taught of the case: options of a question, its answer, points to learn. Nothing of it is told of the patient. */
  readonly taught: readonly Unmatched[];
  /** The stretch of the given text that tokens `from` to `to` (exclusive) stand for. */
  quote(from: number, to: number): Unmatched;
}

/** Ties tokens back to the text that was given. */
export function readingOf(
  given: string,
  source: NormalisedText,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  taught: readonly (readonly Token[])[],
): Reading {
  const quoter = new Quoter(given);
  const quoteOf = (first: Token | undefined, last: Token | undefined): Unmatched => {
    const start = first?.start ?? source.text.length;
    return quoter.quote(source.toOriginal(start, Math.max(start, last?.end ?? start)));
  };
  return {
    source,
    tokens,
    sentences,
    taught: taught.map((part) => quoteOf(part[0], part.at(-1))),
    quote: (from, to) => quoteOf(tokens[from], tokens[to - 1]),
  };
}
