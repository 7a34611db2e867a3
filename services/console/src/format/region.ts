import { type Locale } from './locale';

/** A region that a document is for, by its name; what is no code of a region stands for itself. */
export function regionName(region: string, locale: Locale, international: string): string {
  if (region === 'international') return international;
  if (!/^[A-Z]{2}$/.test(region)) return region;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(region) ?? region;
}
