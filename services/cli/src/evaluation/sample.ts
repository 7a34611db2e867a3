import { createHash } from 'node:crypto';

/** What cases are chosen by. */
export interface SampledCase {
  readonly id: string;
  readonly language?: string;
  readonly style?: string;
}

/**
 * So many cases that languages and styles have an equal share, and nobody's taste one: from each style and language in
 * turn the next in the order of SHA-256 of its id.
 *
 * @param size - all cases where there are no more
 */
export function sampleOf<C extends SampledCase>(cases: readonly C[], size: number): C[] {
  const groups = new Map<string, C[]>();
  for (const each of [...cases].sort(byHash)) {
    // Languages take turns within a style, so that they come out even where styles do not.
    const name = `${each.style ?? ''} ${each.language ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const turns = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const longest = Math.max(0, ...turns.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => turns.flatMap((group) => group[turn] ?? []))
    .flat()
    .slice(0, size);
}

const hashOf = (id: string): string => createHash('sha256').update(id, 'utf8').digest('hex');

const byHash = (one: SampledCase, other: SampledCase): number => (hashOf(one.id) < hashOf(other.id) ? -1 : 1);
