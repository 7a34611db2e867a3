import { type Masked, type MaskedKind } from '@openrounds/contracts';
import { type Deidentified, type Identifier, type MaskedSpan } from '../model/deidentified';
import { type Span } from '../model/understanding';
import { codePointLength, codePointsOf, Quoter } from '../text/code-points';
import { normalise, type NormalisedText } from '../text/normalise';
import { MASK_RULES } from './rules';
import { type KindHit, type MaskReader, type MaskRule } from './rules/mask-rule';
import { simplified } from './simplified';

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function hitsOf(rule: MaskRule | MaskReader, text: string): readonly KindHit[] {
  if ('find' in rule) return rule.find(text);
  const { pattern } = rule;
  const hits: KindHit[] = [];
  // not matchAll, which makes a copy of the expression for every rule and text
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const inner = match.groups?.['it'];
    const masked = inner ?? match[0];
    const start = match.index + (inner === undefined ? 0 : match[0].indexOf(inner));
    const hit = { start, end: start + masked.length };
    if (match[0] === '') pattern.lastIndex += 1;
    if (rule.accept !== undefined && !rule.accept(masked, text, hit)) continue;
    const trimmed = rule.trim === undefined ? hit : rule.trim(masked, hit);
    const placeholder = rule.placeholder?.(masked);
    if (trimmed !== undefined)
      hits.push({ ...trimmed, kind: rule.kind, ...(placeholder && { placeholder }) });
  }
  return hits;
}

const NEEDS = [...new Set(MASK_RULES.flatMap((rule) => rule.needs ?? []))];

/** What rules need and a text lacks; each need is looked for once. */
const needsUnmet = (text: string): ReadonlySet<RegExp> => new Set(NEEDS.filter((need) => !need.test(text)));

function findIdentifiers(source: NormalisedText): Identifier[] {
  const found: Identifier[] = [];
  const taken = new Uint8Array(source.text.length);
  const text = simplified(source.text);
  const needless = needsUnmet(text);
  for (const rule of MASK_RULES) {
    if (rule.needs !== undefined && needless.has(rule.needs)) continue;
    for (const hit of hitsOf(rule, text)) {
      if (taken.subarray(hit.start, hit.end).includes(1)) continue;
      taken.fill(1, hit.start, hit.end);
      const span = source.toOriginal(hit.start, hit.end);
      found.push({ ...span, kind: hit.kind, placeholder: hit.placeholder ?? `[${hit.kind}]` });
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .filter((next, index, all) => {
      const before = all[index - 1];
      return before === undefined || !overlaps(before, next);
    });
}

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
 * Finds what identifies a person: the costly half of {@link deidentify}. Linear in the text; never throws.
 *
 * @returns in the order of the text, none overlapping another; offsets in Unicode code points
 */
export const identifiersIn = (given: string): Identifier[] => findIdentifiers(normalise(given));

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
