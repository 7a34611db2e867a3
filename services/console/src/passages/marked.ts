import { passageAddress } from '../app/location';

/** Characters of a passage's quotation, and the language that they were counted in. */
export interface QuoteRange {
  readonly from: number;
  readonly to: number;
  readonly language: 'en' | 'zh';
}

/** Where a passage stands with some of its characters marked. */
export const passageRangeAddress = (passageId: string, { from, to, language }: QuoteRange): string =>
  `${passageAddress(passageId)}?${new URLSearchParams({ from: String(from), to: String(to), in: language }).toString()}`;

/** The range that an address asks for; none where it makes no sense. */
export function readRange(search: string): QuoteRange | undefined {
  const given = new URLSearchParams(search);
  const language = given.get('in');
  const [from = -1, to = -1] = [given.get('from'), given.get('to')].map((value) =>
    value !== null && /^\d{1,6}$/.test(value) ? Number(value) : -1,
  );
  if ((language !== 'en' && language !== 'zh') || from < 0 || to <= from) return undefined;
  return { from, to, language };
}

/** The quotation before, in and after the range; undefined where the range is not one of this text. */
export function markedParts(
  { quote, language }: { readonly quote: string; readonly language: string },
  range: QuoteRange | undefined,
): readonly [string, string, string] | undefined {
  if (range?.language !== language || range.to > quote.length) return undefined;
  return [quote.slice(0, range.from), quote.slice(range.from, range.to), quote.slice(range.to)];
}
