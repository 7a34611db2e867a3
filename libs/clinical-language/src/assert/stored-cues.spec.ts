import { type Cue } from './cue';
import { CueNode, shareEndings } from './cue-nodes';
import { cuesOfText, storedFrom } from './stored-cues';

const DENIED: Cue = { category: 'negated', direction: 'forward', reach: 'item', commas: true };
const ENDED: Cue = { ...DENIED, category: 'ends', of: new Set(['family', 'belief']), opens: true };

/** Nodes that lead over some words to some cues. */
function led(words: readonly string[], cues: readonly Cue[], isNumber = false): CueNode {
  const [word, ...rest] = words;
  const node = new CueNode(isNumber);
  if (word === undefined) node.cues = cues;
  else node.set(word, led(rest, cues));
  return node;
}

function allCues(): CueNode {
  const root = new CueNode();
  root.set('no', led(['sign', 'of'], [DENIED]));
  root.set('free', led(['of'], [DENIED, ENDED]));
  root.set('for', led([], [ENDED], true));
  const head = new CueNode();
  head.tail = led(['除外'], [DENIED]);
  root.set('除', head);
  return shareEndings(root);
}

describe('stored cues', () => {
  it('are read as they were', () => {
    expect(cuesOfText(JSON.stringify(storedFrom(allCues())))).toStrictEqual(allCues());
  });

  it('hold each word, each cue and each node once', () => {
    const { words, cues, nodes } = storedFrom(allCues());
    expect(words.toSorted()).toEqual(['for', 'free', 'no', 'of', 'sign', '除', '除外']);
    expect(cues).toEqual([DENIED, { ...ENDED, of: ['family', 'belief'] }]);
    const read = cuesOfText(JSON.stringify({ words, cues, nodes }));
    expect(read.at('no')?.at('sign')?.at('of')).toBe(read.at('除')?.tail?.at('除外'));
  });

  it.each(['', '{}', '{"words":[],"cues":[],"nodes":[0,2,0,0]}', '{"words":[],"cues":[],"nodes":[]}'])(
    'are not read from %j',
    (text) => {
      expect(() => cuesOfText(text)).toThrow(Error);
    },
  );
});
