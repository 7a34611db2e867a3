import { type Masked, type MaskedKind } from '@openrounds/contracts';
import { type Deidentified, type Identifier, type MaskedSpan } from '../model/deidentified';
import { type Span } from '../model/understanding';
import { codePointLength, codePointsOf, Quoter } from '../normalise/code-points';
import { identifiersIn } from './identifiers';

function countsOf(spans: readonly MaskedSpan[]): Masked[] {
  const counts = new Map<MaskedKind, number>();
  for (const { kind } of spans) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** Carries a span from one side of the replacements to the other; a touched replacement is taken whole. */
function carry(
  span: Span,
  spans: readonly MaskedSpan[],
  from: 'original' | 'masked',
  to: 'original' | 'masked',
): Span {
  const place = (offset: number, edge: 'start' | 'end'): number => {
    let shift = 0;
    for (const one of spans) {
      const here = one[from];
      const inside =
        edge === 'start'
          ? offset >= here.start && offset < here.end
          : offset > here.start && offset <= here.end;
      if (inside) return one[to][edge];
      if (here.end > offset) break;
      shift = one[to].end - here.end;
    }
    return offset + shift;
  };
  const start = place(span.start, 'start');
  return { start, end: span.end <= span.start ? start : place(span.end, 'end') };
}

/**
 * Masks what identifies a person: each identifier becomes `[kind]`, an age above 90 becomes 90. Clinical content stays:
 * ages, doses, vital signs, results, relative times ("3 days ago") and eponyms are left alone.
 *
 * Linear in the text; never throws. What was masked is counted, never returned.
 * @param identifiers of this very text, where they were found before
 * @returns offsets on both sides in Unicode code points
 */
export function deidentify(
  given: string,
  identifiers: readonly Identifier[] = identifiersIn(given),
): Deidentified {
  const points = codePointsOf(given);
  const spans: MaskedSpan[] = [];
  const parts: string[] = [];
  let copied = 0;
  let length = 0;
  for (const { start, end, kind, placeholder } of identifiers) {
    parts.push(points.slice(copied, start).join(''), placeholder);
    length += start - copied;
    const size = codePointLength(placeholder);
    spans.push({ kind, original: { start, end }, masked: { start: length, end: length + size } });
    length += size;
    copied = end;
  }
  parts.push(points.slice(copied).join(''));
  const quoter = new Quoter(given);
  const toOriginal = (span: Span): Span => carry(span, spans, 'masked', 'original');
  return {
    text: parts.join(''),
    masked: countsOf(spans),
    spans,
    toMasked: (span) => carry(span, spans, 'original', 'masked'),
    toOriginal,
    quoteOriginal: (span) => quoter.quote(toOriginal(span)),
  };
}
