import type { Comparison } from '../api/types';
import { comparedGroups, largestStep, separatingRows } from './comparison-rows';

const compared = (id: string, difference: number): Comparison['shared'][number] => ({
  from: [id],
  names: [id],
  rowsA: [],
  rowsB: [],
  difference,
});
const none = { forA: [], forB: [], shared: [] };

describe('comparedGroups', () => {
  it('keeps the sides apart and leaves out the empty ones', () => {
    const groups = comparedGroups({
      ...none,
      forA: [compared('fever', 1.2)],
      shared: [compared('cough', 0.1)],
    });
    expect(groups.map(({ side, rows }) => [side, rows.map(({ key }) => key)])).toEqual([
      ['a', ['fever']],
      ['shared', ['cough']],
    ]);
  });
});

describe('the rest of a group', () => {
  it('sums what makes hardly any difference, and hides no single finding', () => {
    const small = [compared('cough', 0.04), compared('wheeze', -0.01)];
    const [group] = comparedGroups({ ...none, shared: [compared('fever', 0.5), ...small] });
    expect(group?.rows.map(({ key }) => key)).toEqual(['fever']);
    expect(group?.rest.count).toBe(2);
    expect(group?.rest.difference).toBeCloseTo(0.03);
    expect(comparedGroups({ ...none, shared: small.slice(0, 1) })[0]?.rows).toHaveLength(1);
  });
});

describe('largestStep', () => {
  it('is the largest of all steps, the base rate included', () => {
    const groups = comparedGroups({ ...none, forA: [compared('fever', 1.2)], forB: [compared('rash', -2)] });
    expect(largestStep(groups, 0.3)).toBe(2);
    expect(largestStep(groups, -2.5)).toBe(2.5);
    expect(largestStep([], 0)).toBe(0);
  });
});

describe('separatingRows', () => {
  const outcome = (code: string) => ({ outcome: code, name: code, probabilityInA: 0.9, probabilityInB: 0.1 });

  it('shows present alone where the rest is absent, and every state of other findings', () => {
    const rows = separatingRows({
      separating: [
        { findingId: 'rash', name: 'Rash', bits: 0.5, outcomes: [outcome('present'), outcome('absent')] },
        {
          findingId: 'd-dimer',
          name: 'D-dimer',
          bits: 0.3,
          outcomes: [outcome('normal'), outcome('raised')],
        },
      ],
    });
    expect(rows.map(({ outcomes }) => outcomes.map((each) => each.outcome))).toEqual([
      ['present'],
      ['normal', 'raised'],
    ]);
  });

  it('keeps the best five', () => {
    const separating = Array.from({ length: 8 }, (_, i) => ({
      findingId: `f${String(i)}`,
      name: '',
      bits: 1 - i / 10,
      outcomes: [],
    }));
    expect(separatingRows({ separating })).toHaveLength(5);
  });
});
