import { Openings } from '../lexicon/openings';
import { type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
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
  /** A list: a node has a few, and they are gone through at every token. */
  readonly slots: { readonly slot: string; readonly filled: Node<T> }[] = [];
  readonly values: T[] = [];

  atWord(word: string): Node<T> {
    const known = this.words.get(word) ?? new Node<T>();
    this.words.set(word, known);
    return known;
  }

  atSlot(slot: string): Node<T> {
    const known = this.slots.find((one) => one.slot === slot)?.filled;
    if (known !== undefined) return known;
    const filled = new Node<T>();
    this.slots.push({ slot, filled });
    return filled;
  }
}

/** Where patterns are looked for, and who is told of those that end somewhere. */
interface Search<T> {
  readonly tokens: readonly Token[];
  readonly end: number;
  readonly slotAt: SlotReader;
  readonly found: (values: readonly T[], to: number) => void;
}

/**
 * Patterns of words and slots ("each lasting <time>", "一<unit>比一<unit>"), matched as written, longest first.
 * A pattern has a dozen parts and a gap or two at most, so that a text is read in linear time.
 */
export class WordPatterns<T> {
  private readonly root = new Node<T>();
  private readonly openings = new Openings();

  add(pattern: string, value: T): void {
    let node = this.root;
    for (const part of pattern.split(/(<[^<>]+>)/)) {
      if (part.startsWith('<') && part.endsWith('>')) node = node.atSlot(part.slice(1, -1));
      else
        for (const { text } of tokenise(normalise(part))) {
          if (node === this.root) this.openings.add(text);
          node = node.atWord(text);
        }
    }
    node.values.push(value);
  }

  /** Calls `found` for every pattern that begins at a position. */
  eachAt(
    tokens: readonly Token[],
    position: number,
    end: number,
    slotAt: SlotReader,
    found: Search<T>['found'],
  ): void {
    const { words, slots } = this.root;
    const text = textAt(tokens, position);
    if (slots.length > 0 || (this.openings.mayBegin(text) && words.has(text)))
      walk(this.root, position, { tokens, end, slotAt, found });
  }

  longestAt(
    tokens: readonly Token[],
    position: number,
    end: number,
    slotAt: SlotReader,
  ): PatternMatch<T> | undefined {
    let best: PatternMatch<T> | undefined;
    this.eachAt(tokens, position, end, slotAt, (values, to) => {
      if (to > (best?.to ?? position)) best = { from: position, to, values };
    });
    return best;
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

function walk<T>(node: Node<T>, at: number, search: Search<T>): void {
  const { tokens, end, slotAt, found } = search;
  if (node.values.length > 0) found(node.values, at);
  const token = tokens[at];
  if (token === undefined || at >= end) return;
  const next = node.words.get(token.text);
  if (next !== undefined) walk(next, at + 1, search);
  for (const { slot, filled } of node.slots) {
    if (slot === GAP) walkGap(filled, at, search);
    else {
      const to = slotAt(slot, at);
      if (to !== undefined && to <= end) walk(filled, to, search);
    }
  }
}

function walkGap<T>(node: Node<T>, from: number, search: Search<T>): void {
  for (let at = from; at <= Math.min(from + MAX_GAP, search.end); at += 1) {
    walk(node, at, search);
    if (search.tokens[at]?.kind === 'mark') return;
  }
}
