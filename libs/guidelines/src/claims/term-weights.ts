import { type PassageLanguage } from '../passage';
import { termsIn } from './terms';

/** How much a term tells: the logarithm of how rare it is among passages. A term that no passage holds is the rarest. */
export type TermWeights = (term: string) => number;

/** Weighs the terms of a language by the texts of all passages. */
export function weighTerms(texts: readonly string[], language: PassageLanguage): TermWeights {
  const holding = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(termsIn(text, language))) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  return (term) => Math.log(1 + texts.length / (holding.get(term) ?? 0.5));
}
