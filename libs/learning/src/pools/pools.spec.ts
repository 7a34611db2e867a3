import fc from 'fast-check';
import { anyList, listOf, withShuffled } from '../../test/lists';
import { type StatedList } from '../scores/stated-list';
import { differentialTally } from '../tally/differential-tally';
import { linearPool, type PooledDisease } from './linear-pool';
import { logarithmicPool } from './logarithmic-pool';

const EXAMPLE = [
  listOf({ pe: 60, pneumonia: 30, atelectasis: 5 }),
  listOf({ pneumonia: 60, pe: 20, panic: 10 }),
  listOf({ pe: 40, pneumonia: 40, atelectasis: 10 }),
];
const classOf = fc.array(anyList, { minLength: 1, maxLength: 40 });

function linear(lists: readonly StatedList[]): NonNullable<ReturnType<typeof linearPool>> {
  const pool = linearPool(differentialTally(lists));
  if (pool === null) throw new Error('somebody has answered');
  return pool;
}

function logarithmic(lists: readonly StatedList[]): NonNullable<ReturnType<typeof logarithmicPool>> {
  const pool = logarithmicPool(lists);
  if (pool === null) throw new Error('somebody has answered');
  return pool;
}

function rounded(diseases: readonly PooledDisease[]): Record<string, number> {
  return Object.fromEntries(
    diseases.map(({ diseaseId, probability }) => [diseaseId, Math.round(probability * 1000) / 1000]),
  );
}

function total(diseases: readonly PooledDisease[]): number {
  return diseases.reduce((sum, { probability }) => sum + probability, 0);
}

describe('linearPool', () => {
  it('is the printed example', () => {
    const pool = linear(EXAMPLE);
    expect(rounded(pool.diseases)).toEqual({ pe: 0.4, pneumonia: 0.433, atelectasis: 0.05, panic: 0.033 });
    expect(pool.other).toBeCloseTo(0.083, 3);
    expect(pool.further).toEqual({ count: 0, probability: 0 });
  });

  it('shows the twelve largest and sums to 1', () => {
    fc.assert(
      fc.property(classOf, (lists) => {
        const { diseases, further, other } = linear(lists);
        expect(total(diseases) + further.probability + other).toBeCloseTo(1, 12);
        expect(diseases.length).toBe(Math.min(12, differentialTally(lists).diseases.length));
        expect(diseases.length + further.count).toBe(differentialTally(lists).diseases.length);
      }),
    );
  });
});

describe('logarithmicPool', () => {
  it('is the printed example', () => {
    const pool = logarithmic(EXAMPLE);
    expect(rounded(pool.diseases)).toEqual({ pe: 0.406, pneumonia: 0.465, atelectasis: 0.033, panic: 0.012 });
    expect(pool.rest).toBeCloseTo(0.084, 3);
  });

  it('shows what the linear pool shows and sums to 1', () => {
    fc.assert(
      fc.property(classOf, (lists) => {
        const { diseases, rest } = logarithmic(lists);
        expect(total(diseases) + rest).toBeCloseTo(1, 12);
        expect([...diseases.map(({ diseaseId }) => diseaseId)].sort()).toEqual(
          linear(lists)
            .diseases.map(({ diseaseId }) => diseaseId)
            .sort(),
        );
        for (const { probability } of diseases) expect(probability).toBeGreaterThan(0);
        expect(rest).toBeGreaterThan(0);
      }),
    );
  });

  it('of one student is the student’s own list', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const { diseases, rest } = logarithmic([list, list, list]);
        for (const { diseaseId, probability } of diseases)
          expect(probability).toBeCloseTo((list.points.get(diseaseId) ?? 0) / 100, 12);
        expect(rest).toBeCloseTo(list.other / 100, 12);
      }),
    );
  });
});

describe('both pools', () => {
  it('are the same to the last digit in any order of the students', () => {
    fc.assert(
      fc.property(withShuffled(classOf), ({ inOrder, shuffled }) => {
        expect(linear(shuffled)).toEqual(linear(inOrder));
        expect(logarithmic(shuffled)).toEqual(logarithmic(inOrder));
      }),
    );
  });

  it('are nothing without an answer', () => {
    expect(linearPool(differentialTally([]))).toBeNull();
    expect(logarithmicPool([])).toBeNull();
  });
});
