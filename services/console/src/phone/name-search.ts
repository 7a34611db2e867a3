import type { NamedDisease } from '../room/types';

/** A disease that is offered, with the synonym that was typed where it is not the name. */
export interface Offer {
  readonly diseaseId: string;
  readonly name: string;
  readonly synonym: string | null;
}

const MOST_OFFERS = 6;
const ACCENTS = /\p{M}/gu;

const fold = (text: string): string =>
  text.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(/[’']/g, '').trim();

const wordBegins = (text: string, typed: string): boolean =>
  text.startsWith(typed) || text.includes(` ${typed}`) || text.includes(`-${typed}`);

/** 0 where the typed letters begin the name, 1 a word of it, 2 a synonym; 3 where they stand anywhere; none else. */
function rankOf(
  [, name, ...synonyms]: NamedDisease,
  typed: string,
): { rank: number; synonym: string | null } | null {
  const folded = fold(name);
  if (folded.startsWith(typed)) return { rank: 0, synonym: null };
  if (wordBegins(folded, typed)) return { rank: 1, synonym: null };
  const synonym = synonyms.find((other) => wordBegins(fold(other), typed));
  if (synonym !== undefined) return { rank: 2, synonym };
  return folded.includes(typed) ? { rank: 3, synonym: null } : null;
}

/**
 * Names that what was typed may become, in the order of the vocabulary (A–Z, never by probability) within each way of
 * fitting. Diseases in `taken` are left out: no disease is named twice.
 */
export function offersFor(
  text: string,
  vocabulary: readonly NamedDisease[],
  taken: ReadonlySet<string> = new Set(),
): Offer[] {
  const typed = fold(text);
  if (typed === '') return [];
  const offers = vocabulary.flatMap((disease) => {
    const fit = taken.has(disease[0]) ? null : rankOf(disease, typed);
    return fit === null ? [] : [{ diseaseId: disease[0], name: disease[1], ...fit }];
  });
  return offers
    .sort((one, two) => one.rank - two.rank)
    .slice(0, MOST_OFFERS)
    .map(({ diseaseId, name, synonym }) => ({ diseaseId, name, synonym }));
}

/**
 * The disease whose name was typed letter by letter, or a synonym that is of no other disease; undefined for words of
 * one's own.
 */
export function namedExactly(text: string, vocabulary: readonly NamedDisease[]): NamedDisease | undefined {
  const typed = fold(text);
  if (typed === '') return undefined;
  const byName = vocabulary.find(([, name]) => fold(name) === typed);
  if (byName !== undefined) return byName;
  const bySynonym = vocabulary.filter(([, , ...synonyms]) => synonyms.some((other) => fold(other) === typed));
  return bySynonym.length === 1 ? bySynonym[0] : undefined;
}
