import { reciprocalRankFusion } from './reciprocal-rank-fusion';

describe('reciprocalRankFusion', () => {
  it('adds what each place is worth', () => {
    const fused = reciprocalRankFusion([
      ['a', 'b', 'c'],
      ['c', 'a'],
    ]);
    expect([...fused]).toEqual([
      ['a', 1 / 61 + 1 / 62],
      ['b', 1 / 62],
      ['c', 1 / 63 + 1 / 61],
    ]);
  });

  it('leaves a single ranking as it is, and gives nothing for none', () => {
    const fused = reciprocalRankFusion([['x', 'y', 'z']]);
    expect([...fused.keys()].sort((a, b) => (fused.get(b) ?? 0) - (fused.get(a) ?? 0))).toEqual([
      'x',
      'y',
      'z',
    ]);
    expect(reciprocalRankFusion([[], []]).size).toBe(0);
  });
});
