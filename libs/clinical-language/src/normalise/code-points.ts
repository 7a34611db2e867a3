import { type QuotedSpan, type Span } from '../model/understanding';

/** The code points of a text; a lone surrogate counts as one, as everywhere in JavaScript's iteration. */
export function codePointsOf(text: string): string[] {
  return Array.from(text);
}

/** Number of Unicode code points of a text. */
export function codePointLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += charLength(text, index)) length += 1;
  return length;
}

/** UTF-16 units that the code point at `index` takes (1 or 2). */
function charLength(text: string, index: number): number {
  const code = text.codePointAt(index) ?? 0;
  return code > 0xffff ? 2 : 1;
}

/**
 * Quotes spans of one text, given in code points.
 * Splitting the text once keeps many quotes of one text linear.
 */
export class Quoter {
  private readonly points: readonly string[];

  constructor(text: string) {
    this.points = codePointsOf(text);
  }

  /** The span with the words that stand there; the span is clamped to the text. */
  quote(span: Span): QuotedSpan {
    const start = Math.max(0, Math.min(span.start, this.points.length));
    const end = Math.max(start, Math.min(span.end, this.points.length));
    return { start, end, quote: this.points.slice(start, end).join('') };
  }
}
