import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { gather } from '../normalise/lists-by-key';
import { type Cue, cueRowSchema } from './cue';
import { CueNode, shareEndings } from './cue-nodes';
import { A_NUMBER, type Keys, phrasesOf } from './cue-words';

/** What ends some categories by one row and others by another ends both. */
function both({ of: one, then, ...known }: Cue, cue: Cue): Cue {
  const opens = known.opens === true || cue.opens === true;
  const of = one === undefined || cue.of === undefined ? undefined : new Set([...one, ...cue.of]);
  const isOfThen = then === true && cue.then === true;
  return { ...known, ...(of && { of }), ...(opens && { opens: true }), ...(isOfThen && { then }) };
}

/** The node that some words lead to, made where there is none. */
function grow(root: CueNode, keys: Keys): CueNode {
  let node = root;
  for (const key of keys) {
    const next = node.at(key) ?? new CueNode(key === A_NUMBER);
    node.set(key, next);
    node = next;
  }
  return node;
}

function addPhrase(root: CueNode, [head = [], ...tails]: readonly Keys[], cue: Cue): void {
  let node = grow(root, head);
  for (const tail of tails) node = grow((node.tail ??= new CueNode()), tail);
  if (node === root) return;
  const known = node.cues.find(
    ({ category, direction }) => category === cue.category && direction === cue.direction,
  );
  node.cues =
    known === undefined
      ? [...node.cues, cue]
      : node.cues.map((each) => (each === known ? both(known, cue) : each));
}

/**
 * The words of the cues of some files of the lexicon, as nodes that lead from word to word. It takes a second: a process that reads
 * texts has them stored (`stored-cues.ts`).
 */
export function compileCues(names: readonly string[]): CueNode {
  const written = new CueNode();
  for (const name of names)
    for (const { words, example: _, note: __, of, commas = !name.startsWith('zh'), ...row } of lexiconRows(
      name,
      z.array(cueRowSchema),
    )) {
      const cue = { ...row, commas, ...(of && { of: new Set(of) }) };
      for (const phrase of gather(words, phrasesOf)) addPhrase(written, phrase, cue);
    }
  return shareEndings(written);
}
