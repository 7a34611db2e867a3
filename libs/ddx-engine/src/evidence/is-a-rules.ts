import { type Taxonomy } from '../compile/taxonomy';

interface Certain {
  readonly finding: number;
  readonly certainty: number;
}

/**
 * Of present findings on one is-a line the most specific counts, because it says all that the others say; only a
 * general finding that is surer than everything below it silences the specific ones instead. Siblings all count.
 */
export function keepTellingPresent<T extends Certain>(entries: T[], taxonomy: Taxonomy): T[] {
  return keep(entries, taxonomy, (entry, below) =>
    below.every((other) => entry.certainty > other.certainty) ? below : [entry],
  );
}

/**
 * Of absent findings on one is-a line the most general counts, because it denies the others too; but where specific
 * denials are surer than it, only those count.
 */
export function keepTellingAbsent<T extends Certain>(entries: T[], taxonomy: Taxonomy): T[] {
  return keep(entries, taxonomy, (entry, below) => {
    const lessSure = below.filter((other) => other.certainty <= entry.certainty);
    return lessSure.length === below.length ? below : [entry, ...lessSure];
  });
}

/** Goes from the top down; `superfluous` says what to drop of an entry and the entries still standing below it. */
function keep<T extends Certain>(
  entries: T[],
  taxonomy: Taxonomy,
  superfluous: (entry: T, below: readonly T[]) => readonly T[],
): T[] {
  if (entries.length < 2) return entries;
  const ancestorsOf = (entry: T): readonly number[] => taxonomy.ancestors[entry.finding] ?? [];
  const standing = new Set(entries);
  const topDown = [...entries].sort((a, b) => ancestorsOf(a).length - ancestorsOf(b).length);
  for (const entry of topDown) {
    if (!standing.has(entry)) continue;
    const below = [...standing].filter((other) => ancestorsOf(other).includes(entry.finding));
    if (below.length === 0) continue;
    for (const dropped of superfluous(entry, below)) standing.delete(dropped);
  }
  return entries.filter((entry) => standing.has(entry));
}
