/** Languages in which passages are indexed and searched. */
export type PassageLanguage = 'en' | 'zh';

/** A text in the languages that it exists in. */
export type Localised = { readonly [language in PassageLanguage]?: string | undefined };

/** What the index must know of a passage; callers may index richer objects and get them back unchanged. */
export interface Passage {
  readonly id: string;
  /** Title of the document. */
  readonly title: Localised;
  readonly section: Localised;
  readonly text: Localised;
  /** For whom it is meant, where it says so. */
  readonly population?: Localised | undefined;
  /** Ids of diseases and findings that the passage is about. */
  readonly forDiseases: readonly string[];
  readonly forFindings: readonly string[];
  /** Where the document applies: ISO 3166 alpha-2, `EU`, or `international`. */
  readonly region: string;
  /** Further words under which it should be found, such as names and synonyms of its diseases. */
  readonly keywords?: { readonly [language in PassageLanguage]?: readonly string[] | undefined };
}

/** Splits a text into index terms. Texts and queries of a language go through the same one. */
export type Tokeniser = (text: string) => string[];
