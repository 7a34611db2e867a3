import { byScoreThenId } from './spread';

/** Passages of one document in an answer. */
export const PER_DOCUMENT = 2;

interface Arranged {
  readonly id: string;
  readonly score: number;
  readonly forDiseases: readonly string[];
  readonly passage: { readonly document: string; readonly superseded?: boolean | undefined };
}

/**
 * Puts what a newer edition has replaced after all that none has, and leaves out of each document what comes after its
 * second passage.
 */
export function arrange<H extends Arranged>(hits: readonly H[]): H[] {
  const [current, replaced] = [false, true].map((superseded) =>
    hits.filter(({ passage }) => (passage.superseded === true) === superseded),
  );
  const taken = new Map<string, number>();
  return [...(current ?? []), ...(replaced ?? [])].filter(({ passage: { document } }) => {
    const before = taken.get(document) ?? 0;
    taken.set(document, before + 1);
    return before < PER_DOCUMENT;
  });
}

/**
 * Puts next to each passage those that advise otherwise: a reader must not see one side of a conflict alone. They come
 * with it even where the words did not find them, but never push out what stands before; `limit` is kept.
 */
export function sideBySide<H extends Arranged>(
  hits: readonly H[],
  opponentsOf: (hit: H) => readonly H[],
  limit: number,
): H[] {
  const shown = new Map<string, H>();
  for (const hit of hits) {
    if (shown.size >= limit) break;
    if (!shown.has(hit.id)) shown.set(hit.id, hit);
    for (const opponent of [...opponentsOf(hit)].sort(byScoreThenId)) {
      if (!shown.has(opponent.id)) shown.set(opponent.id, opponent);
    }
  }
  return [...shown.values()].slice(0, limit);
}
