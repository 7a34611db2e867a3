import { type Aspect, type Passage, type PassageLanguage, type Tokeniser } from '../passage';

/** What a passage must be, whatever it says. All that is given must hold. */
export interface PassageFilter {
  /** A finding that it is for. */
  readonly finding?: string | undefined;
  readonly about?: Aspect | undefined;
  /** Words that stand in what it says of whom it is meant for. */
  readonly population?: string | undefined;
  /** Regions; with them the region of a query is not only preferred. */
  readonly regions?: readonly string[] | undefined;
  /** The earliest year of the document. */
  readonly since?: number | undefined;
  /** The language of the document itself. */
  readonly documentLanguage?: PassageLanguage | undefined;
}

/** Whether a passage is one of those wanted. The population is read in the language of the query. */
export function passes(
  passage: Passage,
  { finding, about, population, regions, since, documentLanguage }: PassageFilter,
  language: PassageLanguage,
  tokenise: Tokeniser,
): boolean {
  return (
    (finding === undefined || passage.forFindings.includes(finding)) &&
    (about === undefined || passage.about === about) &&
    (regions === undefined || regions.includes(passage.region)) &&
    (since === undefined || passage.year >= since) &&
    (documentLanguage === undefined || passage.language === documentLanguage) &&
    (population === undefined || isFor(passage, population, language, tokenise))
  );
}

function isFor(
  passage: Passage,
  population: string,
  language: PassageLanguage,
  tokenise: Tokeniser,
): boolean {
  const meant = new Set(tokenise(passage.population?.[language] ?? ''));
  const words = tokenise(population);
  return words.length > 0 && words.every((word) => meant.has(word));
}
