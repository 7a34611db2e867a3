import { type Token } from '../model/token';

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

/** How a dictionary of phrases is held: nodes by the keys that lead to them. */
export interface Nodes<Node, T> {
  readonly root: Node;
  /** The child under a key. */
  child(node: Node, key: string): Node | undefined;
  /** What the phrase that ends here stands for; undefined where none does. */
  values(node: Node): readonly T[] | undefined;
  /** Whether a phrase ends here. */
  ends(node: Node): boolean;
  isLeaf(node: Node): boolean;
}

/**
 * A dictionary of phrases, matched from each position of a text, longest first.
 * Phrases have at most a dozen tokens and at most `limit` gaps, so one pass costs O(tokens): the failure links of
 * Aho and Corasick would save nothing here and would rule the gaps out.
 */
export class PhraseDictionary<T, Node = unknown> {
  constructor(protected readonly nodes: Nodes<Node, T>) {}

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
    const { nodes } = this;
    const first = tokens[position];
    const start = first === undefined ? undefined : nodes.child(nodes.root, keyOf(first));
    if (start === undefined) return undefined;
    let best: { to: number; used: number[]; node: Node } | undefined;
    const used = [position];
    const walk = (node: Node, from: number, gaps: number): void => {
      let at = from;
      while (at < end && isSilent(tokens[at], keyOf)) at += 1;
      if ((best === undefined || used.length > best.used.length) && nodes.ends(node)) {
        best = { to: at, used: [...used], node };
      }
      const token = tokens[at];
      if (token === undefined || at >= end || nodes.isLeaf(node)) return;
      const child = nodes.child(node, keyOf(token));
      if (child !== undefined) {
        used.push(at);
        walk(child, at + 1, gaps);
        used.pop();
      }
      const skipped = gaps < skipping.limit ? skipping.skippable(tokens, at) : 0;
      if (skipped > 0) walk(node, at + skipped, gaps + 1);
    };
    walk(start, position + 1, 0);
    return best && { from: position, to: best.to, used: best.used, values: nodes.values(best.node) ?? [] };
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
