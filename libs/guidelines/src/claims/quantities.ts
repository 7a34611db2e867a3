import { type PassageLanguage } from '../passage';
import {
  BOUND_FILLERS,
  BOUND_WORDS,
  fractionPatterns,
  NUMBER_WORDS,
  PIECES,
  RANGE_WORDS,
  UNITS,
} from './quantity-words';

/** A number of a text: all values that it admits, in the base of what it measures. */
export interface Quantity {
  /** `time`, `mmol/l`, `share` …; empty for a number without a unit. */
  readonly measures: string;
  readonly low: number;
  readonly high: number;
  /** Where it stands, its unit and the words of its bound included. */
  readonly from: number;
  readonly to: number;
}

/** How two numbers of the same measure stand to each other. */
export type Agreement = 'same' | 'differs' | 'open';

const WORDS = Object.keys(NUMBER_WORDS)
  .filter((word) => word !== 'a')
  .join('|');
const DIGITS = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
/** Digits that are no part of a name: not CD4, 2:1, 12-lead, SGLT2 or ADAMTS13. */
const FREE = `(?<![\\p{Script=Latin}\\d.:-])${DIGITS}(?!\\d|:\\d|-[\\p{Script=Latin}])`;
const UNIT = UNITS.map(({ words }, i) => `(?<unit${String(i)}>${words})`).join('|');
const FRACTION = fractionPatterns(WORDS).join('|');

const patternOf = (language: PassageLanguage): RegExp => {
  const { below, above, belowAfter, aboveAfter } = BOUND_WORDS[language];
  const word =
    language === 'en'
      ? `\\b(?:${WORDS})\\b(?= ?(?:${unnamed(UNIT)}))`
      : `(?:${WORDS})(?=(?:${unnamed(UNIT)}))`;
  const number = `(?:${FREE}|${word})`;
  const range = `(?<first>${number})(?:\\s*(?:${RANGE_WORDS})\\s*(?<second>${number}))?`;
  const bound = `(?:(?:(?<below>${below})|(?<above>${above}))\\s*(?:${BOUND_FILLERS})?)?`;
  const after = `(?:\\s*(?:(?<belowAfter>${belowAfter})|(?<aboveAfter>${aboveAfter})))?`;
  return new RegExp(`${bound}(?:${FRACTION}|${range}\\s*(?:${UNIT})?)${after}`, 'giu');
};

const unnamed = (pattern: string): string => pattern.replace(/\(\?<\w+>/g, '(?:');

const PATTERNS = { en: patternOf('en'), zh: patternOf('zh') };

/** The numbers of a text, with units that are known; a number in a name is none. */
export function quantitiesIn(text: string, language: PassageLanguage): Quantity[] {
  return Array.from(text.matchAll(PATTERNS[language]), (match) => quantityOf(match.groups ?? {}, match));
}

function quantityOf(groups: Readonly<Record<string, string | undefined>>, match: RegExpMatchArray): Quantity {
  const from = match.index ?? 0;
  const place = { from, to: from + match[0].trimEnd().length };
  const share = shareOf(groups);
  const unit =
    share === undefined ? UNITS.find((_, i) => groups[`unit${String(i)}`] !== undefined) : undefined;
  const base = unit?.base ?? 1;
  const first = share ?? valueOf(groups['first']) * base;
  const second = groups['second'] === undefined ? first : valueOf(groups['second']) * base;
  const below = groups['below'] ?? groups['belowAfter'];
  const above = groups['above'] ?? groups['aboveAfter'];
  return {
    measures: share === undefined ? (unit?.measures ?? '') : 'share',
    low: below === undefined ? Math.min(first, second) : -Infinity,
    high: above === undefined ? Math.max(first, second) : Infinity,
    ...place,
  };
}

function shareOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { part, whole, parts, pieces, part2, whole2, tenths } = groups;
  if (tenths !== undefined) return valueOf(tenths) / 10;
  if (pieces !== undefined) return valueOf(parts) / (PIECES[pieces.toLowerCase()] ?? NaN);
  const [above, below] = [part ?? part2, whole ?? whole2];
  return above === undefined || below === undefined ? undefined : valueOf(above) / valueOf(below);
}

const valueOf = (text = ''): number => NUMBER_WORDS[text.toLowerCase()] ?? Number(text.replaceAll(',', ''));

/** Months and weeks are of no fixed length, and shares are rounded: one part in twenty is the same. */
const TOLERANCE = 0.05;
const near = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

/** A number or a range of numbers, not a bound. */
const isRange = ({ low, high }: Quantity): boolean => Number.isFinite(low) && Number.isFinite(high);

/**
 * Whether one number says what the other says: equal, or a range that holds the other; bounds in the same direction must be equal. What has no
 * value in common differs. Where they overlap it stays open.
 *
 * @param a - measures the same as `b`
 */
export function agreementOf(a: Quantity, b: Quantity): Agreement {
  if (isRange(a) && isRange(b)) return holds(a, b) || holds(b, a) ? 'same' : overlap(a, b);
  if (isRange(a)) return ofRangeAndBound(a, b);
  if (isRange(b)) return ofRangeAndBound(b, a);
  if (Number.isFinite(a.low) === Number.isFinite(b.low))
    return near(boundOf(a), boundOf(b)) ? 'same' : 'differs';
  return a.low >= b.high || b.low >= a.high ? 'differs' : 'open';
}

const boundOf = ({ low, high }: Quantity): number => (Number.isFinite(low) ? low : high);

const holds = (outer: Quantity, inner: Quantity): boolean =>
  (outer.low <= inner.low || near(outer.low, inner.low)) &&
  (outer.high >= inner.high || near(outer.high, inner.high));

const overlap = (a: Quantity, b: Quantity): Agreement =>
  a.low > b.high || b.low > a.high ? 'differs' : 'open';

/** A range that ends where the bound is says the same, if it lies on the side that the bound admits. */
function ofRangeAndBound(range: Quantity, bound: Quantity): Agreement {
  const end = Number.isFinite(bound.low) ? range.low : range.high;
  return near(end, boundOf(bound)) ? 'same' : overlap(range, bound);
}
