import { deidentify } from '@openrounds/clinical-language';
import { z } from 'zod';

const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(1) });
type Span = z.output<typeof spanSchema>;

/** A sentence with identifiers, or with clinical language that looks like them. */
export const identifiedSentenceSchema = z.object({
  id: z.string(),
  language: z.enum(['en', 'zh']),
  text: z.string(),
  identifiers: z.array(spanSchema.extend({ kind: z.string() })),
  lookAlikes: z.array(spanSchema),
});
export type IdentifiedSentence = z.output<typeof identifiedSentenceSchema>;

/** Of so many, how many. */
export interface Share {
  readonly of: number;
  readonly masked: number;
}

/** How de-identification fared on a set. */
export interface MaskingFigures {
  readonly identifiers: Share;
  readonly byLanguage: Readonly<Record<string, Share>>;
  readonly byKind: Readonly<Record<string, Share>>;
  /** Clinical terms, values and times that must stay. */
  readonly lookAlikes: Share;
  /** Replacements that touch nothing marked as an identifier. */
  readonly strayMasks: number;
  readonly missed: readonly string[];
  readonly maskedWrongly: readonly string[];
}

interface Judged {
  readonly id: string;
  readonly language: string;
  readonly kind: string;
  readonly masked: boolean;
}

/** An identifier counts as masked if no letter or digit of it is left; a look-alike if any part of it is gone. */
export function judgeMasking(sentences: readonly IdentifiedSentence[]): MaskingFigures {
  const identifiers: Judged[] = [];
  const lookAlikes: Judged[] = [];
  let strayMasks = 0;
  for (const { id, language, text, identifiers: marked, lookAlikes: terms } of sentences) {
    const replaced = deidentify(text).spans.map(({ original }) => original);
    const points = Array.from(text);
    for (const { kind, ...place } of marked) {
      identifiers.push({ id, language, kind, masked: isGone(points, place, replaced) });
    }
    for (const term of terms) {
      lookAlikes.push({ id, language, kind: '', masked: replaced.some((span) => overlap(span, term)) });
    }
    strayMasks += replaced.filter((span) => !marked.some((place) => overlap(span, place))).length;
  }
  return {
    identifiers: shareOf(identifiers),
    byLanguage: sharesBy(identifiers, ({ language }) => language),
    byKind: sharesBy(identifiers, ({ kind }) => kind),
    lookAlikes: shareOf(lookAlikes),
    strayMasks,
    missed: identifiers.filter(({ masked }) => !masked).map(({ id }) => id),
    maskedWrongly: lookAlikes.filter(({ masked }) => masked).map(({ id }) => id),
  };
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function isGone(points: readonly string[], { start, end }: Span, replaced: readonly Span[]): boolean {
  for (let at = start; at < end; at += 1) {
    const telling = /[\p{L}\p{N}]/u.test(points[at] ?? '');
    if (telling && !replaced.some((span) => at >= span.start && at < span.end)) return false;
  }
  return true;
}

const shareOf = (judged: readonly Judged[]): Share => ({
  of: judged.length,
  masked: judged.filter(({ masked }) => masked).length,
});

function sharesBy(judged: readonly Judged[], keyOf: (one: Judged) => string): Record<string, Share> {
  const keys = [...new Set(judged.map(keyOf))].sort();
  return Object.fromEntries(keys.map((key) => [key, shareOf(judged.filter((one) => keyOf(one) === key))]));
}
