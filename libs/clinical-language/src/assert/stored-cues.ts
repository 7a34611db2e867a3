import { z } from 'zod';
import { type Cue, cueSchema } from './cue';
import { CueNode } from './cue-nodes';

/** Cues as they are stored: every word and every cue once, and the nodes that name them by their places. */
const storedCues = z.strictObject({
  words: z.array(z.string()),
  cues: z.array(cueSchema),
  /**
   * Of each node: whether a number leads to it (0, 1); the place of its tail, 1 more than it is, 0 where it has none; how many cues
   * end here, and their places; how many words go on, and of each its place and that of the node it leads to. A node
   * stands behind all that it leads to, the one that all words lead from at the end.
   */
  nodes: z.array(z.number()),
});
export type StoredCues = z.output<typeof storedCues>;

/** Things by the places in which they were first met. */
class Places<T> {
  readonly all: T[] = [];
  private readonly known = new Map<string | T, number>();

  constructor(private readonly keyOf: (each: T) => string | T) {}

  of(each: T): number {
    const key = this.keyOf(each);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.all.length);
    return this.all.push(each) - 1;
  }
}

/** Cues as they are stored, from the node that all their words lead from. */
export function storedFrom(root: CueNode): StoredCues {
  const words = new Places<string>((word) => word);
  const cues = new Places<StoredCues['cues'][number]>((cue) => JSON.stringify(cue));
  const stored = new Map<CueNode, number>();
  const nodes: number[] = [];
  const store = (node: CueNode): number => {
    const known = stored.get(node);
    if (known !== undefined) return known;
    const tail = node.tail === undefined ? 0 : store(node.tail) + 1;
    const steps = [...node.children()].flatMap(([word, child]) => [words.of(word), store(child)]);
    const ending = node.cues.map(({ of, ...cue }) => cues.of({ ...cue, ...(of && { of: [...of] }) }));
    nodes.push(Number(node.isNumber), tail, ending.length, ...ending, steps.length / 2, ...steps);
    stored.set(node, stored.size);
    return stored.size - 1;
  };
  store(root);
  return { words: words.all, cues: cues.all, nodes };
}

/**
 * The node that all words of stored cues lead from.
 *
 * @param text {@link StoredCues} as JSON
 * @throws ZodError where it is none
 */
export function cuesOfText(text: string): CueNode {
  const { words, cues: rows, nodes: numbers } = storedCues.parse(JSON.parse(text));
  const cues = rows.map(({ of, ...row }): Cue => ({ ...row, ...(of && { of: new Set(of) }) }));
  const nodes: CueNode[] = [];
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  const nodeAt = (place: number): CueNode => {
    const node = nodes[place];
    if (node === undefined) throw new RangeError('a stored cue leads to what stands behind it');
    return node;
  };
  while (at < numbers.length) {
    const node = new CueNode(next() === 1);
    const tail = next();
    if (tail > 0) node.tail = nodeAt(tail - 1);
    node.cues = Array.from({ length: next() }, next).flatMap((place) => cues[place] ?? []);
    for (let left = next(); left > 0; left -= 1) node.set(words[next()] ?? '', nodeAt(next()));
    nodes.push(node);
  }
  return nodeAt(nodes.length - 1);
}
