import { ClueTable } from './clue-table';

const CLASSES = 2;
const sums = new Int32Array(CLASSES);
/** What some clues tell of each class, and how many of them tell anything. */
const summed = (table: ClueTable, ...clues: number[]): number[] => [table.sum(clues, sums), ...sums];

describe('ClueTable', () => {
  it('adds up what clues tell, and counts them', () => {
    const table = new ClueTable(Uint32Array.of(11, 12, 13), Int8Array.of(1, -1, 20, 30, -127, 127), CLASSES);
    expect(summed(table, 11, 13)).toEqual([2, -126, 126]);
    expect(summed(table, 12, 12)).toEqual([2, 40, 60]);
  });

  it('hears nothing from strange clues, wherever they would stand', () => {
    const known = Uint32Array.from({ length: 100 }, (_, at) => 7 + at * 1024);
    const table = new ClueTable(known, new Int8Array(100 * CLASSES).fill(1), CLASSES);
    expect(summed(table, ...known)).toEqual([100, 100, 100]);
    expect(summed(table, ...known.map((clue) => clue + 1024 * 100))).toEqual([0, 0, 0]);
  });

  it('knows nothing where nothing is kept', () => {
    expect(summed(new ClueTable(Uint32Array.of(), Int8Array.of(), CLASSES), 1, 0)).toEqual([0, 0, 0]);
  });
});
