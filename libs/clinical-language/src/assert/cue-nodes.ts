import { type Cue } from './cue';

const NO_CUES: readonly Cue[] = [];

/** Where some words of a cue have led. Most often one word goes on: it stands beside where it leads, and a map is made only for the second. */
export class CueNode {
  cues: readonly Cue[] = NO_CUES;
  /** Behind a gap: how the second part goes on. */
  tail: CueNode | undefined = undefined;
  private word: string | undefined = undefined;
  private next: CueNode | undefined = undefined;
  private more: Map<string, CueNode> | undefined = undefined;

  /** @param isNumber any number leads here, and each further word of it */
  constructor(readonly isNumber = false) {}

  at(word: string): CueNode | undefined {
    return this.word === word ? this.next : this.more?.get(word);
  }

  set(word: string, node: CueNode): void {
    if (this.word === undefined || this.word === word) {
      this.word = word;
      this.next = node;
    } else (this.more ??= new Map()).set(word, node);
  }

  *entries(): Generator<readonly [word: string, node: CueNode]> {
    if (this.word === undefined || this.next === undefined) return;
    yield [this.word, this.next];
    if (this.more !== undefined) yield* this.more;
  }
}

const keyOfCue = (cue: Cue): string => JSON.stringify({ ...cue, of: [...(cue.of ?? [])] });

/**
 * The same nodes, those that go on alike being one: "{may|might} be {seen|heard}" and its like are written out as tens of thousands
 * of phrases, which have few endings. From the ends up, as dictionaries are made small (Daciuk et al. 2000,
 * "Incremental construction of minimal acyclic finite-state automata").
 */
export function shareEndings(root: CueNode): CueNode {
  const places = new Map<CueNode, number>();
  const alike = new Map<string, CueNode>();
  const placeOf = (node: CueNode | undefined): number => (node === undefined ? -1 : (places.get(node) ?? -1));
  const share = (node: CueNode): CueNode => {
    if (node.tail !== undefined) node.tail = share(node.tail);
    const entries = [...node.entries()];
    for (const [word, next] of entries) node.set(word, share(next));
    const steps = [...node.entries()].map(([word, next]) => `${word} ${placeOf(next)}`).sort();
    const key = [node.isNumber, placeOf(node.tail), ...node.cues.map(keyOfCue), ...steps].join('\n');
    const known = alike.get(key);
    if (known !== undefined) return known;
    alike.set(key, node);
    places.set(node, places.size);
    return node;
  };
  return share(root);
}
