import type { Locale } from './locale';
import { formatQuantity } from './unit';

export type ScoreValue = number | { readonly min: number; readonly max: number };

/** Points as they are; a computed quantity with three significant figures, which is all a score means. */
function figures(value: number): number {
  return Number.isInteger(value) || Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/**
 * The value of a score, or the range that missing inputs leave open: "3", "3 to 11.5", in Chinese "3～11.5".
 *
 * @param ucum unit in UCUM; none for points
 */
export function formatScore(value: ScoreValue, ucum: string | undefined, locale: Locale): string {
  const unit = ucum ?? '';
  if (typeof value === 'number') return formatQuantity(figures(value), unit, locale);
  const between = locale === 'en' ? ' to ' : '～';
  return String(figures(value.min)) + between + formatQuantity(figures(value.max), unit, locale);
}

export interface ScoreBand {
  readonly below?: number | undefined;
  readonly upTo?: number | undefined;
  readonly text: string;
}

/** Where a band of a score begins or ends, as one says it. */
export type BandLimit =
  | { readonly kind: 'up-to' | 'below' | 'above' | 'from'; readonly value: number }
  | { readonly kind: 'any' };

/** The limit of the band at `index`: its own end, or for the open last band the end of the one before. */
export function bandLimit(bands: readonly ScoreBand[], index: number): BandLimit {
  const own = bands[index];
  if (own?.upTo !== undefined) return { kind: 'up-to', value: own.upTo };
  if (own?.below !== undefined) return { kind: 'below', value: own.below };
  const before = bands[index - 1];
  if (before?.upTo !== undefined) return { kind: 'above', value: before.upTo };
  if (before?.below !== undefined) return { kind: 'from', value: before.below };
  return { kind: 'any' };
}
