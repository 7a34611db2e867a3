import type { DifferentialEntry } from '../api/types';
import { listRows } from './list-rows';

const disease = (diseaseId: string, probability: number) =>
  ({ diseaseId, probability }) as unknown as DifferentialEntry;
const keys = (rows: ReturnType<typeof listRows>) => rows.map(({ key }) => key);

describe('listRows', () => {
  const differential = [disease('a', 0.5), disease('b', 0.2), disease('c', 0.04), disease('d', 0.01)];

  it('puts Other at its place and the remainder last', () => {
    const rows = listRows({
      differential,
      other: { probability: 0.1 },
      remainder: { probability: 0.15, count: 30 },
    });
    expect(keys(rows)).toEqual(['a', 'b', 'other', 'c', 'd', 'remainder']);
  });

  it('puts Other first or last where it belongs there', () => {
    expect(keys(listRows({ differential, other: { probability: 0.9 }, remainder: null }))[0]).toBe('other');
    expect(keys(listRows({ differential, other: { probability: 0.001 }, remainder: null })).at(-1)).toBe(
      'other',
    );
  });

  it('keeps the sensitivity of Other to the numbers, where it was computed', () => {
    const interval = { p05: 0.02, p95: 0.3 };
    const rows = listRows({ differential: [], other: { probability: 0.1, interval }, remainder: null });
    expect(rows).toEqual([{ kind: 'other', key: 'other', probability: 0.1, interval }]);
    const without = listRows({ differential: [], other: { probability: 0.1 }, remainder: null });
    expect(without).toEqual([{ kind: 'other', key: 'other', probability: 0.1, interval: null }]);
  });

  it('shows no remainder of nothing, and no Other before it is known', () => {
    expect(keys(listRows({ differential, other: null, remainder: { probability: 0, count: 0 } }))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('draws as leaders the first and what is likely enough after it, three at most', () => {
    const leaders = (probabilities: number[]) =>
      listRows({
        differential: probabilities.map((p, i) => disease(String(i), p)),
        other: null,
        remainder: null,
      }).filter((row) => row.kind === 'disease' && row.leader).length;
    expect(leaders([0.5, 0.2, 0.04])).toBe(2);
    expect(leaders([0.3, 0.25, 0.2, 0.15])).toBe(3);
    expect(leaders([0.03, 0.02])).toBe(1);
  });
});
