import { Branches } from '../lexicon/branches';
import { type Cue } from './cue';

const NO_CUES: readonly Cue[] = [];

/** Where some words of a cue have led. */
export class CueNode extends Branches<CueNode> {
  cues: readonly Cue[] = NO_CUES;
  /** Behind a gap: how the second part goes on. */
  tail: CueNode | undefined = undefined;

  /** @param isNumber any number leads here, and each further word of it */
  constructor(readonly isNumber = false) {
    super();
  }
}

/** What a cue is, for comparing; worked out once for each of a few hundred. */
function keysOfCues(): (cue: Cue) => string {
  const known = new Map<Cue, string>();
  return (cue) => {
    const key = known.get(cue) ?? JSON.stringify({ ...cue, of: [...(cue.of ?? [])] });
    known.set(cue, key);
    return key;
  };
}

/**
 * The same nodes, those that go on alike being one: "{may|might} be {seen|heard}" and its like are written out as tens of thousands
 * of phrases, which have few endings. From the ends up, as dictionaries are made small (Daciuk et al. 2000,
 * "Incremental construction of minimal acyclic finite-state automata").
 */
export function shareEndings(root: CueNode): CueNode {
  const places = new Map<CueNode, number>();
  const alike = new Map<string, CueNode>();
  const placeOf = (node: CueNode | undefined): number => (node === undefined ? -1 : (places.get(node) ?? -1));
  const keyOfCue = keysOfCues();
  const share = (node: CueNode): CueNode => {
    if (node.tail !== undefined) node.tail = share(node.tail);
    const steps = [...node.children()].map(([word, own]) => {
      const next = share(own);
      node.set(word, next);
      return `${word} ${placeOf(next)}`;
    });
    const key = [node.isNumber, placeOf(node.tail), ...node.cues.map(keyOfCue), ...steps.sort()].join('\n');
    const known = alike.get(key);
    if (known !== undefined) return known;
    alike.set(key, node);
    places.set(node, places.size);
    return node;
  };
  return share(root);
}
