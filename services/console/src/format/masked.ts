import type { Language } from '../api/types';

/** What stands in a stored text in the place of an identity. */
const PLACEHOLDER = /\[([a-z0-9-]+)\]/g;

/**
 * A stored text as it is read: what was masked is named in the language of the text, which need not be that of the
 * page. Only for showing: offsets count in the text as it is stored.
 *
 * @param wordFor the word for a kind of identity; undefined for what is no such kind, which stays as it is
 */
export const withMaskedWords = (
  text: string,
  language: Language,
  wordFor: (kind: string, language: Language) => string | undefined,
): string =>
  text.replace(PLACEHOLDER, (placeholder, kind: string) => {
    const word = wordFor(kind, language);
    return word === undefined ? placeholder : `[${word}]`;
  });
