import { linesOf, type Part, rowsThatFit } from './sheet';

const part = (rows: readonly number[], share: number, fixed = 5): Part => ({ fixed, rows, share });

describe('rowsThatFit', () => {
  it('shows all where there is room', () => {
    expect(rowsThatFit([part([1, 1], 1), part([2], 1)], 100)).toEqual([2, 1]);
  });

  it('never takes more than there is, fixed parts first', () => {
    expect(rowsThatFit([part([4, 4, 4], 1), part([4, 4], 1)], 18)).toEqual([1, 1]);
    expect(rowsThatFit([part([1], 1)], 5)).toEqual([0]);
  });

  it('gives each section its first row, then the next ones by their shares', () => {
    expect(
      rowsThatFit([part(Array<number>(9).fill(1), 4, 0), part(Array<number>(9).fill(1), 1, 0)], 7),
    ).toEqual([5, 2]);
  });

  it('ends a section where a row does not fit, though a later one would', () => {
    expect(rowsThatFit([part([1, 9, 1], 1, 0)], 5)).toEqual([1]);
  });
});

describe('linesOf', () => {
  it('is one for nothing and for what fits', () => {
    expect(linesOf('', 50)).toBe(1);
    expect(linesOf('Asthma', 50)).toBe(1);
  });

  it('grows with the text, in both languages, and breaks what is wider than its column', () => {
    expect(linesOf('acute '.repeat(40), 50)).toBeGreaterThan(linesOf('acute '.repeat(20), 50));
    expect(linesOf('急'.repeat(100), 50)).toBeGreaterThan(linesOf('急'.repeat(50), 50));
    expect(linesOf('a'.repeat(100), 50)).toBeGreaterThan(2);
  });
});
