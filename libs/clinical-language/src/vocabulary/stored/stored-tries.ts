import { type Nodes, PhraseDictionary } from '../../lexicon/phrase-dictionary';
import { type PhraseTrie, type TrieNode } from '../../lexicon/phrase-trie';
import { type Archive, type Parts } from './archive';
import { placeOf } from './lists';
import { type Texts, type TextWriter, UNKNOWN } from './texts';

/**
 * Several tries in one set of arrays. Nodes are numbered level by level, the roots first, so that the children of a
 * node follow one another: `firstChild[n]` to `firstChild[n + 1]`, in ascending order of the number of their key.
 */
export function trieParts(prefix: string, tries: readonly PhraseTrie<number>[], keys: TextWriter): Parts {
  const nodes: TrieNode<number>[] = tries.map(({ root }) => root);
  const keyOf: number[] = tries.map(() => 0);
  const firstChild: number[] = [];
  const firstValue: number[] = [];
  const values: number[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    firstChild.push(nodes.length);
    firstValue.push(values.length);
    values.push(...(node?.values ?? []));
    const children = [...(node?.children() ?? [])].map(([key, child]) => ({ key: keys.idOf(key), child }));
    for (const { key, child } of children.sort((a, b) => a.key - b.key)) {
      keyOf.push(key);
      nodes.push(child);
    }
  }
  firstChild.push(nodes.length);
  firstValue.push(values.length);
  return {
    [`${prefix}.keys`]: Uint32Array.from(keyOf),
    [`${prefix}.firstChild`]: Uint32Array.from(firstChild),
    [`${prefix}.firstValue`]: Uint32Array.from(firstValue),
    [`${prefix}.values`]: Uint32Array.from(values),
  };
}

/** What {@link trieParts} wrote. */
export class StoredTries {
  readonly keys: Uint32Array;
  readonly firstChild: Uint32Array;
  readonly firstValue: Uint32Array;
  readonly values: Uint32Array;

  constructor(
    archive: Archive,
    prefix: string,
    readonly texts: Texts,
  ) {
    this.keys = archive.u32(`${prefix}.keys`);
    this.firstChild = archive.u32(`${prefix}.firstChild`);
    this.firstValue = archive.u32(`${prefix}.firstValue`);
    this.values = archive.u32(`${prefix}.values`);
  }

  /**
   * One of the tries.
   *
   * @param root its place among those that were written
   * @param valueOf the value of a number
   */
  dictionary<T>(root: number, valueOf: (id: number) => T): PhraseDictionary<T> {
    return new PhraseDictionary<T>(this.nodes(root, valueOf));
  }

  /** The nodes of one of the tries. */
  nodes<T>(root: number, valueOf: (id: number) => T): Nodes<unknown, T> {
    return new StoredNodes(this, root, valueOf) as Nodes<unknown, T>;
  }
}

class StoredNodes<T> implements Nodes<number, T> {
  /** What was asked for before. */
  private readonly read = new Map<number, readonly T[]>();

  constructor(
    private readonly tries: StoredTries,
    readonly root: number,
    private readonly valueOf: (id: number) => T,
  ) {}

  child(node: number, key: string): number | undefined {
    const id = this.tries.texts.idOf(key);
    if (id === UNKNOWN) return undefined;
    const { keys, firstChild } = this.tries;
    const child = placeOf(keys, id, firstChild[node], firstChild[node + 1]);
    return child < 0 ? undefined : child;
  }

  values(node: number): readonly T[] | undefined {
    const { firstValue, values } = this.tries;
    const from = firstValue[node] ?? 0;
    const to = firstValue[node + 1] ?? from;
    if (from === to) return undefined;
    const known = this.read.get(node) ?? Array.from(values.subarray(from, to), this.valueOf);
    this.read.set(node, known);
    return known;
  }

  ends(node: number): boolean {
    return this.tries.firstValue[node] !== this.tries.firstValue[node + 1];
  }

  isLeaf(node: number): boolean {
    return this.tries.firstChild[node] === this.tries.firstChild[node + 1];
  }
}
