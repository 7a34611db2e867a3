import { type Token } from '../text/tokens';

/**
 * Most nodes have one child: it stands beside its key, and a map is made only for the second. With a hundred thousand
 * wordings that halves what the dictionary holds.
 */
class Node<T> {
  values: T[] | undefined = undefined;
  private key: string | undefined = undefined;
  private child: Node<T> | undefined = undefined;
  private more: Map<string, Node<T>> | undefined = undefined;

  get isLeaf(): boolean {
    return this.child === undefined;
  }

  at(key: string): Node<T> | undefined {
    return this.key === key ? this.child : this.more?.get(key);
  }

  /** The child under a key, made if there is none. */
  grow(key: string): Node<T> {
    const known = this.at(key);
    if (known !== undefined) return known;
    const child = new Node<T>();
    if (this.child === undefined) {
      this.key = key;
      this.child = child;
    } else {
      this.more ??= new Map();
      this.more.set(key, child);
    }
    return child;
  }
}

/** A phrase of the dictionary found in a text: token positions, end exclusive. */
export interface PhraseMatch<T> {
  readonly from: number;
  readonly to: number;
  /** Positions of the tokens that belong to the phrase; those in between were skipped. */
  readonly used: readonly number[];
  readonly values: readonly T[];
}

/** Which tokens a phrase may leave out, and how many of them. */
export interface Skipping {
  /** Tokens at `position` that may be passed over (0 = none). */
  readonly skippable: (tokens: readonly Token[], position: number) => number;
  readonly limit: number;
}

const NO_SKIPPING: Skipping = { skippable: () => 0, limit: 0 };

/**
 * A dictionary of phrases, matched from each position of a text, longest first.
 * Phrases have at most a dozen tokens and at most `limit` gaps, so one pass costs O(tokens): the failure links of
 * Aho and Corasick would save nothing here and would rule the gaps out.
 */
export class PhraseTrie<T> {
  private readonly root = new Node<T>();

  /** Adds a value under a phrase, given as the keys of its tokens. Empty phrases are ignored. */
  add(keys: readonly string[], value: T): void {
    if (keys.length === 0) return;
    let node = this.root;
    for (const key of keys) node = node.grow(key);
    node.values ??= [];
    node.values.push(value);
  }

  /**
   * The longest phrase that starts at `position`.
   * @param keyOf what of a token is compared (its stem or its surface)
   */
  longestAt(
    tokens: readonly Token[],
    position: number,
    keyOf: (token: Token) => string,
    skipping: Skipping = NO_SKIPPING,
    end: number = tokens.length,
  ): PhraseMatch<T> | undefined {
    const first = tokens[position];
    const start = first === undefined ? undefined : this.root.at(keyOf(first));
    if (start === undefined) return undefined;
    let best: PhraseMatch<T> | undefined;
    const used = [position];
    const walk = (node: Node<T>, from: number, gaps: number): void => {
      let at = from;
      while (at < end && isSilent(tokens[at], keyOf)) at += 1;
      if (node.values !== undefined && (best === undefined || used.length > best.used.length)) {
        best = { from: position, to: at, used: [...used], values: node.values };
      }
      const token = tokens[at];
      if (token === undefined || at >= end || node.isLeaf) return;
      const child = node.at(keyOf(token));
      if (child !== undefined) {
        used.push(at);
        walk(child, at + 1, gaps);
        used.pop();
      }
      const skipped = gaps < skipping.limit ? skipping.skippable(tokens, at) : 0;
      if (skipped > 0) walk(node, at + skipped, gaps + 1);
    };
    walk(start, position + 1, 0);
    return best;
  }

  /** All longest matches, left to right, none overlapping another. */
  matchAll(
    tokens: readonly Token[],
    keyOf: (token: Token) => string,
    skipping: Skipping = NO_SKIPPING,
    from = 0,
    to: number = tokens.length,
  ): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    let position = from;
    while (position < to) {
      const match = this.longestAt(tokens, position, keyOf, skipping, to);
      if (match !== undefined) matches.push(match);
      position = match === undefined ? position + 1 : match.to;
    }
    return matches;
  }
}

/** Look-up passes over what has no key: the later characters of a Chinese word that stands for its class. */
function isSilent(token: Token | undefined, keyOf: (token: Token) => string): boolean {
  return token?.silent === true && keyOf(token) === '';
}

/** Compares tokens by stem. */
export const byStem = (token: Token): string => token.key;

/** Compares tokens as written (in lower case). */
export const bySurface = (token: Token): string => token.text;
