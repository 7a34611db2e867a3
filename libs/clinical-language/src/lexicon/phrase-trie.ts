import { Branches } from './branches';
import { Openings } from './openings';
import { type Nodes, PhraseDictionary } from './phrase-dictionary';

export class TrieNode<T> extends Branches<TrieNode<T>> {
  values: T[] | undefined = undefined;

  /** The child under a key, made if there is none. */
  grow(key: string): TrieNode<T> {
    const known = this.at(key);
    if (known !== undefined) return known;
    const child = new TrieNode<T>();
    this.set(key, child);
    return child;
  }
}

class ObjectNodes<T> implements Nodes<TrieNode<T>, T> {
  readonly root = new TrieNode<T>();
  readonly openings = new Openings();

  child(node: TrieNode<T>, key: string): TrieNode<T> | undefined {
    return node === this.root && !this.openings.mayBegin(key) ? undefined : node.at(key);
  }

  values(node: TrieNode<T>): readonly T[] | undefined {
    return node.values;
  }

  ends(node: TrieNode<T>): boolean {
    return node.values !== undefined;
  }

  isLeaf(node: TrieNode<T>): boolean {
    return node.isLeaf;
  }
}

/** A dictionary of phrases that still grows. */
export class PhraseTrie<T> extends PhraseDictionary<T, TrieNode<T>> {
  constructor(private readonly own = new ObjectNodes<T>()) {
    super(own);
  }

  get root(): TrieNode<T> {
    return this.nodes.root;
  }

  /** The nodes themselves, for those who walk them. */
  get held(): Nodes<unknown, T> {
    return this.nodes as Nodes<unknown, T>;
  }

  /** Adds a value under a phrase, given as the keys of its tokens. Empty phrases are ignored. */
  add(keys: readonly string[], value: T): void {
    const [first] = keys;
    if (first === undefined) return;
    this.own.openings.add(first);
    let node = this.nodes.root;
    for (const key of keys) node = node.grow(key);
    node.values ??= [];
    node.values.push(value);
  }

  /** Every value with its phrase; those of one phrase in the order in which they were added. */
  *all(): Generator<readonly [keys: readonly string[], value: T]> {
    yield* below(this.root, []);
  }
}

function* below<T>(node: TrieNode<T>, keys: readonly string[]): Generator<readonly [readonly string[], T]> {
  for (const value of node.values ?? []) yield [keys, value];
  for (const [key, child] of node.children()) yield* below(child, [...keys, key]);
}
