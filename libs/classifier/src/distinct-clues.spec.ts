import { DistinctClues } from './distinct-clues';

describe('DistinctClues', () => {
  it('gives each clue once, in the order in which they came', () => {
    const clues = new DistinctClues();
    for (const clue of [7, 3, 7, 4_000_000_000, 3]) clues.add(clue);
    expect([...clues.take()]).toEqual([7, 3, 4_000_000_000]);
  });

  it('knows nothing of the thing before', () => {
    const clues = new DistinctClues();
    clues.add(7);
    clues.take();
    clues.add(7);
    expect([...clues.take()]).toEqual([7]);
  });

  it('has room for any number, also of clues that would stand at one place', () => {
    const clues = new DistinctClues();
    const many = Array.from({ length: 5_000 }, (_, at) => 1 + at * 1024);
    for (const clue of [...many, ...many]) clues.add(clue);
    expect([...clues.take()]).toEqual(many);
  });
});
