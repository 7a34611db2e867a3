import type { Locale } from './locale';

const FORMATS = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short' }),
} as const;

/** An instant of the API as day and time of the reader's clock: "20 Nov 2026, 09:31", "2026年11月20日 09:31". */
export const formatInstant = (instant: string, locale: Locale): string =>
  FORMATS[locale].format(new Date(instant));
