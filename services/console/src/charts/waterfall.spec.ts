import * as fc from 'fast-check';
import type { Evidence } from '../api/types';
import { oddsTicks, waterfallOf } from './waterfall';

const row = (findingId: string, contribution: number): Evidence => ({
  findingId,
  name: findingId,
  presence: 'present',
  certainty: 1,
  match: 'linked',
  from: [findingId],
  logLikelihoodRatio: contribution,
  likelihoodRatio: Math.exp(contribution),
  weight: 1,
  contribution,
  source: null,
});

/** A disease that scores the sum of its parts, among others whose scores are given. */
function ranked(prior: number, contributions: readonly number[], otherScores: readonly number[]) {
  const score = contributions.reduce((sum, x) => sum + x, prior);
  const total = 1 + Math.exp(score) + otherScores.reduce((sum, s) => sum + Math.exp(s), 0);
  return {
    disease: {
      probability: Math.exp(score) / total,
      priorContribution: prior,
      evidence: contributions.map((c, i) => row(`f${String(i)}`, c)),
    },
    other: 1 / total,
  };
}

describe('waterfallOf', () => {
  it('goes from the base rate by the largest step first to the probability', () => {
    const { disease, other } = ranked(-2.3, [0.4, -1.2, 2], [0.5]);
    const waterfall = waterfallOf(disease, other);
    expect(waterfall?.closes).toBe(true);
    expect(waterfall?.steps.map(({ kind }) => kind)).toEqual([
      'prior',
      'evidence',
      'evidence',
      'evidence',
      'shared',
      'result',
    ]);
    expect(waterfall?.steps[1]).toMatchObject({ from: -2.3, contribution: 2 });
    expect(waterfall?.steps[4]?.contribution).toBeCloseTo(-Math.log(1 + Math.exp(0.5)), 12);
  });

  it('keeps the eleven largest findings and sums the others', () => {
    const contributions = Array.from({ length: 16 }, (_, i) => (i + 1) / 10);
    const { disease, other } = ranked(-3, contributions, []);
    const steps = waterfallOf(disease, other)?.steps ?? [];
    expect(steps.filter(({ kind }) => kind === 'evidence')).toHaveLength(11);
    expect(steps.find(({ kind }) => kind === 'rest')).toMatchObject({
      count: 5,
      contribution: expect.closeTo(1.5, 12),
    });
  });

  it('names a single left-over finding instead of summing it', () => {
    const { disease, other } = ranked(-3, Array<number>(12).fill(0.2), []);
    const steps = waterfallOf(disease, other)?.steps ?? [];
    expect(steps.filter(({ kind }) => kind === 'evidence')).toHaveLength(12);
    expect(steps.some(({ kind }) => kind === 'rest')).toBe(false);
  });

  it('says so when the parts do not add up to the stated probability', () => {
    const { disease, other } = ranked(-1, [0.5], [0.2]);
    expect(waterfallOf({ ...disease, priorContribution: -0.9 }, other)?.closes).toBe(false);
  });

  it('draws nothing for a probability without odds', () => {
    expect(waterfallOf({ probability: 1, priorContribution: 0, evidence: [] }, 0.1)).toBeNull();
    expect(waterfallOf({ probability: 0.5, priorContribution: 0, evidence: [] }, 0)).toBeNull();
  });

  it('is the computation: every bar starts where the last one ended, and the sum is the probability', () => {
    const small = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        small,
        fc.array(small, { maxLength: 30 }),
        fc.array(small, { maxLength: 8 }),
        (prior, parts, others) => {
          const scaled = parts.map((c) => c / 10);
          const { disease, other } = ranked(prior, scaled, others);
          const waterfall = waterfallOf(disease, other);
          expect(waterfall?.closes).toBe(true);
          const chain = waterfall?.steps.slice(0, -1) ?? [];
          chain.slice(1).forEach((step, i) => {
            expect(step.from).toBe(chain[i]?.to);
          });
        },
      ),
    );
  });
});

describe('oddsTicks', () => {
  const odds = (domain: [number, number]) =>
    oddsTicks(domain).map((tick) => Number(Math.exp(tick).toPrecision(2)));

  it('says thirds and tenths on a narrow axis', () => {
    expect(odds([-2.5, 2.4])).toEqual([0.1, 0.33, 1, 3, 10]);
  });

  it('goes in steps of ten, a hundred or a thousand on a wide one', () => {
    expect(odds([-5, 5])).toEqual([0.01, 0.1, 1, 10, 100]);
    expect(odds([-2, 13])).toEqual([1, 100, 10_000]);
    expect(odds([-2, 20])).toEqual([1, 1_000, 1_000_000]);
  });

  it('never crowds the axis', () => {
    for (let high = 0; high < 40; high += 0.5)
      expect(oddsTicks([-high / 2, high]).length).toBeLessThanOrEqual(5);
  });
});
