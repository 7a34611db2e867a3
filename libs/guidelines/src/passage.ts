/** Languages in which passages are indexed and searched. */
export type PassageLanguage = 'en' | 'zh';

/** A text in the languages that it exists in. */
export type Localised = { readonly [language in PassageLanguage]?: string | undefined };

/** What a passage helps with. */
export const ASPECTS = ['recognition', 'diagnosis', 'first-action', 'treatment', 'follow-up'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What the index must know of a passage; callers may index richer objects and get them back unchanged. */
export interface Passage {
  readonly id: string;
  /** The document that it stands in: an answer holds at most two passages of one. */
  readonly document: string;
  /** Title of the document. */
  readonly title: Localised;
  readonly section: Localised;
  readonly text: Localised;
  /** For whom it is meant, where it says so. */
  readonly population?: Localised | undefined;
  readonly about?: Aspect | undefined;
  /** Ids of diseases and findings that the passage is about. */
  readonly forDiseases: readonly string[];
  readonly forFindings: readonly string[];
  /** Where the document applies: ISO 3166 alpha-2, `EU`, or `international`. */
  readonly region: string;
  /** Year of the document. */
  readonly year: number;
  /** Language of the document itself. */
  readonly language: PassageLanguage;
  /** Whether it is of a document of the reader's own institution. */
  readonly ofInstitution?: boolean | undefined;
  /** Whether a newer edition took the document's place. */
  readonly superseded?: boolean | undefined;
  /** Ids of passages that advise otherwise. */
  readonly conflictsWith?: readonly string[] | undefined;
}

/** Splits a text into index terms. Texts and queries of a language go through the same one. */
export type Tokeniser = (text: string) => string[];
