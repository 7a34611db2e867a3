import { type Token } from '../model/token';
import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';

/** Where words that fill a slot of a pattern end (token position, exclusive); undefined where none begin at `position`. */
export type SlotReader = (slot: string, position: number) => number | undefined;

/** A pattern found in a text: token positions, end exclusive. */
export interface PatternMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly T[];
}

/** `<gap>`: so many words of the same clause, or none. */
const MAX_GAP = 4;
const GAP = 'gap';

class Node<T> {
  readonly words = new Map<string, Node<T>>();
  readonly slots = new Map<string, Node<T>>();
  readonly values: T[] = [];
}

const grow = <T>(children: Map<string, Node<T>>, key: string): Node<T> => {
  const known = children.get(key) ?? new Node<T>();
  children.set(key, known);
  return known;
};

/**
 * Patterns of words and slots ("each lasting <time>", "一<unit>比一<unit>"), matched as written, longest first.
 * A pattern has a dozen parts and a gap or two at most, so that a text is read in linear time.
 */
export class WordPatterns<T> {
  private readonly root = new Node<T>();

  add(pattern: string, value: T): void {
    let node = this.root;
    for (const part of pattern.split(/(<[^<>]+>)/)) {
      if (part.startsWith('<') && part.endsWith('>')) node = grow(node.slots, part.slice(1, -1));
      else for (const { text } of tokenise(normalise(part))) node = grow(node.words, text);
    }
    node.values.push(value);
  }

  longestAt(
    tokens: readonly Token[],
    position: number,
    end: number,
    slotAt: SlotReader,
  ): PatternMatch<T> | undefined {
    if (!this.mayBeginAt(tokens, position, slotAt)) return undefined;
    let best: PatternMatch<T> | undefined;
    const walk = (node: Node<T>, at: number): void => {
      if (node.values.length > 0 && at > (best?.to ?? position))
        best = { from: position, to: at, values: node.values };
      const token = tokens[at];
      if (token === undefined || at >= end) return;
      const next = node.words.get(token.text);
      if (next !== undefined) walk(next, at + 1);
      for (const [slot, filled] of node.slots) {
        if (slot === GAP) walkGap(filled, at);
        else {
          const to = slotAt(slot, at);
          if (to !== undefined && to <= end) walk(filled, to);
        }
      }
    };
    const walkGap = (node: Node<T>, from: number): void => {
      for (let at = from; at <= Math.min(from + MAX_GAP, end); at += 1) {
        walk(node, at);
        if (tokens[at]?.kind === 'mark') return;
      }
    };
    walk(this.root, position);
    return best;
  }

  private mayBeginAt(tokens: readonly Token[], position: number, slotAt: SlotReader): boolean {
    const { words, slots } = this.root;
    if (words.has(tokens[position]?.text ?? '')) return true;
    for (const slot of slots.keys()) if (slotAt(slot, position) !== undefined) return true;
    return false;
  }

  /** All longest matches, left to right, none overlapping another. */
  matchAll(tokens: readonly Token[], from: number, to: number, slotAt: SlotReader): PatternMatch<T>[] {
    const found: PatternMatch<T>[] = [];
    for (let at = from; at < to;) {
      const match = this.longestAt(tokens, at, to, slotAt);
      if (match !== undefined) found.push(match);
      at = match?.to ?? at + 1;
    }
    return found;
  }
}
