import { type Masked, type MaskedKind } from '@openrounds/contracts';
import { type QuotedSpan, type Span } from './understanding';

/** One replacement: a stretch of the given text and the stretch that stands for it. */
export interface MaskedSpan {
  readonly kind: MaskedKind;
  readonly original: Span;
  readonly masked: Span;
}

/** A stretch of a text that identifies a person, and what is to stand for it. Offsets in Unicode code points. */
export interface Identifier extends Span {
  readonly kind: MaskedKind;
  readonly placeholder: string;
}

/** A text without identities, and the way between its offsets and those of the given text. */
export interface Deidentified {
  readonly text: string;
  readonly masked: Masked[];
  readonly spans: readonly MaskedSpan[];
  /** A span of the given text in the de-identified one (a masked stretch becomes its whole placeholder). */
  toMasked(span: Span): Span;
  /** A span of the de-identified text in the given one (a placeholder becomes the whole masked stretch). */
  toOriginal(span: Span): Span;
  /** Like `toOriginal`, for the lists of an understanding: the quote is taken from the given text. */
  quoteOriginal(span: Span): QuotedSpan;
}
