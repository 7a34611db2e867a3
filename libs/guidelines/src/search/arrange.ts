import { byScoreThenId } from './spread';

/** Passages of one document in an answer. */
const PER_DOCUMENT = 2;

interface Arranged {
  readonly id: string;
  readonly score: number;
  readonly forDiseases: readonly string[];
  readonly passage: { readonly document: string; readonly superseded?: boolean | undefined };
}

/** Of passages those that stand, and those that a newer edition has replaced; both in the order that they had. */
export function byEdition<H extends Pick<Arranged, 'passage'>>(
  hits: readonly H[],
): Readonly<Record<'current' | 'replaced', H[]>> {
  const of = (replaced: boolean): H[] =>
    hits.filter(({ passage: { superseded = false } }) => superseded === replaced);
  return { current: of(false), replaced: of(true) };
}

/**
 * Puts what a newer edition has replaced after all that none has, and leaves out of each document what comes after its
 * second passage.
 */
export function arrange<H extends Arranged>(hits: readonly H[]): H[] {
  const { current, replaced } = byEdition(hits);
  const taken = new Map<string, number>();
  return [...current, ...replaced].filter(({ passage: { document } }) => {
    const before = taken.get(document) ?? 0;
    taken.set(document, before + 1);
    return before < PER_DOCUMENT;
  });
}

/**
 * Puts next to each passage those that advise otherwise: a reader must not see one side of a conflict alone. They come
 * with it even where the words did not find them, but never push out what stands before; `limit` is kept. One that a
 * newer edition has replaced waits until all current ones had their place.
 */
export function sideBySide<H extends Arranged>(
  hits: readonly H[],
  opponentsOf: (hit: H) => readonly H[],
  limit: number,
): H[] {
  const shown = new Map<string, H>();
  const show = (hit: H): void => {
    if (!shown.has(hit.id)) shown.set(hit.id, hit);
  };
  const showBeside = (hit: H): H[] => {
    const opponents = byEdition([...opponentsOf(hit)].sort(byScoreThenId));
    [hit, ...opponents.current].forEach(show);
    return opponents.replaced;
  };
  /** What comes after the limit changes nothing of what stands before, and there may be thousands. */
  const showAll = (some: readonly H[]): void => {
    const waiting: H[] = [];
    for (const hit of some) {
      if (shown.size >= limit) break;
      waiting.push(...showBeside(hit));
    }
    waiting.forEach(show);
  };
  const { current, replaced } = byEdition(hits);
  showAll(current);
  showAll(replaced);
  const answer = byEdition([...shown.values()].slice(0, limit));
  return [...answer.current, ...answer.replaced];
}
