import { foldSpelling } from './fold-spelling';

/** A disease with its name and synonyms, as `/vocabulary` gives them; one list for each language. */
export type NamedDisease = readonly [diseaseId: string, name: string, ...synonyms: string[]];

/** Finds the disease that a student's words name. */
export interface NameIndex {
  /** The disease; null where nothing matches, or two diseases are named so: nobody guesses which was meant. */
  find(text: string): string | null;
}

/** By spelling its disease; null where there are several. */
type Names = Map<string, string | null>;

/**
 * Proper names go before synonyms, each as written first and then by folded spelling: who writes the name of one disease
 * means it, even where it is a loose synonym of another.
 */
export function nameIndex(vocabulary: Iterable<NamedDisease>): NameIndex {
  const [names, synonyms]: [Names, Names] = [new Map(), new Map()];
  const [foldedNames, foldedSynonyms]: [Names, Names] = [new Map(), new Map()];
  for (const [diseaseId, name, ...others] of vocabulary) {
    enter(names, name.trim(), diseaseId);
    enter(foldedNames, foldSpelling(name), diseaseId);
    for (const other of others) {
      enter(synonyms, other.trim(), diseaseId);
      enter(foldedSynonyms, foldSpelling(other), diseaseId);
    }
  }
  return {
    find(text) {
      const [exact, folded] = [text.trim(), foldSpelling(text)];
      for (const [known, spelling] of [
        [names, exact],
        [foldedNames, folded],
        [synonyms, exact],
        [foldedSynonyms, folded],
      ] as const) {
        const found = known.get(spelling);
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

function enter(names: Names, spelling: string, diseaseId: string): void {
  if (spelling === '') return;
  const before = names.get(spelling);
  names.set(spelling, before === undefined || before === diseaseId ? diseaseId : null);
}
