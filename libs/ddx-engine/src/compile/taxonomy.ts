/** The is-a forest over findings, by index. `-1` stands for "none". */
export interface Taxonomy {
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** All ancestors, nearest first. */
  readonly ancestors: readonly (readonly number[])[];
  /** All descendants, parents before their children. */
  readonly descendants: readonly (readonly number[])[];
}

/** Indices that lie on a cycle or below one; empty for a forest. */
export function findingsOnCycles(parent: Int32Array): number[] {
  const onCycle: number[] = [];
  for (let start = 0; start < parent.length; start += 1) {
    let steps = 0;
    let at = start;
    while (at >= 0 && steps <= parent.length) {
      at = parent[at] ?? -1;
      steps += 1;
    }
    if (at >= 0) onCycle.push(start);
  }
  return onCycle;
}

/** @param parent the parent of each finding; must be free of cycles */
export function buildTaxonomy(parent: Int32Array): Taxonomy {
  const children: number[][] = Array.from(parent, () => []);
  parent.forEach((above, finding) => children[above]?.push(finding));

  const ancestors = Array.from(parent, (above) => {
    const line: number[] = [];
    for (let at = above; at >= 0; at = parent[at] ?? -1) line.push(at);
    return line;
  });
  const descendants = Array.from(parent, (_, finding) => {
    const below: number[] = [...(children[finding] ?? [])];
    for (let at = 0; at < below.length; at += 1) below.push(...(children[below[at] ?? -1] ?? []));
    return below;
  });
  return { parent, children, ancestors, descendants };
}

/**
 * Families: findings whose rows of evidence can influence one another, because they stand in one is-a tree or share
 * a group. Evidence of different families simply adds up, which is what makes re-scoring incremental.
 *
 * @returns the family of each finding; a family is named by the lowest index in it
 */
export function findFamilies(parent: Int32Array, group: Int32Array): Int32Array {
  const root = Int32Array.from(parent, (_, finding) => finding);
  const rootOf = (finding: number): number => {
    let at = finding;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) root[high] = low;
  };
  const firstOfGroup = new Map<number, number>();
  for (let finding = 0; finding < parent.length; finding += 1) {
    const above = parent[finding] ?? -1;
    if (above >= 0) join(finding, above);
    const shared = group[finding] ?? -1;
    if (shared < 0) continue;
    const first = firstOfGroup.get(shared);
    if (first === undefined) firstOfGroup.set(shared, finding);
    else join(finding, first);
  }
  return root.map((_, finding) => rootOf(finding));
}
