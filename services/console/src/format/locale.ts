/** The two languages of the console. */
export type Locale = 'en' | 'zh';

/** Narrow no-break space (U+202F): between a number and its percent sign in English, after "<" in both. */
export const NARROW_SPACE = '\u202f';
/** A true minus sign (U+2212), as wide as the plus. */
export const MINUS = '\u2212';
