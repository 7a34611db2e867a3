import { type Cue } from './cue';
import { CueNode, shareEndings } from './cue-nodes';

const CUE: Cue = { category: 'negated', direction: 'forward', reach: 'item', commas: true };

function written(phrases: readonly string[], cues: readonly Cue[] = [CUE]): CueNode {
  const root = new CueNode();
  for (const phrase of phrases) {
    let node = root;
    for (const word of phrase.split(' ')) {
      const next = node.at(word) ?? new CueNode();
      node.set(word, next);
      node = next;
    }
    node.cues = cues;
  }
  return root;
}

const led = (root: CueNode, phrase: string): CueNode | undefined =>
  phrase.split(' ').reduce<CueNode | undefined>((node, word) => node?.at(word), root);

describe('shareEndings', () => {
  const PHRASES = ['may be seen', 'may be heard', 'might be seen', 'might be heard', 'was seen'];

  it('leads to the same cues', () => {
    const root = shareEndings(written(PHRASES));
    for (const phrase of PHRASES) expect(led(root, phrase)?.cues).toEqual([CUE]);
    expect(led(root, 'may be')?.cues).toEqual([]);
    expect(led(root, 'was heard')).toBeUndefined();
  });

  it('makes one node of those that go on alike', () => {
    const root = shareEndings(written(PHRASES));
    expect(root.at('may')).toBe(root.at('might'));
    expect(root.at('may')).not.toBe(root.at('was'));
    expect(led(root, 'was seen')).toBe(led(root, 'may be heard'));
  });

  it('parts what ends otherwise, or goes on behind a gap or a number', () => {
    const root = written(['a x']);
    root.set('b', written(['x'], [{ ...CUE, of: new Set(['family']) }]));
    const [gapped, counted] = [written(['x']), new CueNode(true)];
    gapped.tail = written(['y']);
    counted.set('x', led(written(['x']), 'x') ?? new CueNode());
    root.set('c', gapped);
    root.set('d', counted);
    root.set('e', written(['x']));
    const shared = shareEndings(root);
    const nodes = ['a', 'b', 'c', 'd'].map((word) => shared.at(word));
    expect(new Set(nodes).size).toBe(4);
    expect(shared.at('e')).toBe(shared.at('a'));
  });
});
