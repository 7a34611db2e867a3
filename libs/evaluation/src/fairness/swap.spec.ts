import { type RankedDisease, type RankResult } from '@openrounds/ddx-engine';
import { swapReport } from './swap-report';
import { swapMarkdown, swapTable } from './swap-tables';
import { type SwappedPair, swappedPair } from './swapped-pair';

type Listed = readonly [diseaseId: string, probability: number, prior: number, cough?: number];

const listOf = (...diseases: Listed[]): RankResult => ({
  caseMix: 'teaching',
  differential: diseases.map(([diseaseId, probability, prior, cough = 1], place): RankedDisease => ({
    rank: place + 1,
    diseaseId,
    probability,
    mustNotMiss: false,
    score: prior + cough,
    priorContribution: prior,
    evidence: [
      {
        findingId: 'cough',
        presence: 'present',
        certainty: 1,
        match: 'linked',
        from: ['cough'],
        logLikelihoodRatio: cough,
        likelihoodRatio: Math.exp(cough),
        weight: 1,
        contribution: cough,
        source: null,
      },
    ],
  })),
  remainder: { probability: 0, count: 0 },
  other: { probability: 0.1 },
  excluded: [],
});

const pairOf = (id: string, first: RankResult, second: RankResult, right = ['flu']): SwappedPair => {
  const pair = swappedPair({ id, labels: [id], right, lists: [first, second] });
  if (pair === undefined) throw new Error('no pair');
  return pair;
};

const moved = pairOf(
  'moved',
  listOf(['flu', 0.5, -1], ['gout', 0.3, -2], ['mumps', 0.1, -3]),
  listOf(['gout', 0.6, -2 + Math.log(4)], ['flu', 0.3, -1]),
);
const still = pairOf('still', listOf(['flu', 0.9, -1]), listOf(['flu', 0.9, -1]));
const own = pairOf('own', listOf(['flu', 0.9, -1]), listOf(['flu', 0.8, -1.5, 2]));

describe('swappedPair', () => {
  it('is neutral where only competitors have a reason, and names them, the widest apart first', () => {
    expect(moved).toMatchObject({
      isNeutral: true,
      right: { diseaseId: 'flu', places: [1, 2], probabilities: [0.5, 0.3], because: [] },
      competitors: [
        {
          diseaseId: 'gout',
          places: [2, 1],
          because: [{ kind: 'prior', times: expect.closeTo(4, 9) as number }],
        },
        { diseaseId: 'mumps', places: [3, null], because: [{ kind: 'impossible', side: 'second' }] },
      ],
    });
  });

  it('is not neutral where the right disease has a reason of its own', () => {
    expect(own.isNeutral).toBe(false);
    expect(own.right.because).toEqual([
      { kind: 'prior', times: expect.closeTo(Math.exp(-0.5), 9) as number },
      { kind: 'finding', findingId: 'cough', times: expect.closeTo(Math.E, 9) as number },
    ]);
  });

  it('is not neutral where one of several right diseases has a reason', () => {
    expect(
      pairOf('two', listOf(['flu', 0.5, 1], ['gout', 0.2, 1]), listOf(['flu', 0.7, 1]), ['flu', 'gout'])
        .isNeutral,
    ).toBe(false);
  });

  it('is none where no right disease is possible for either', () => {
    expect(
      swappedPair({ id: 'x', labels: ['x'], right: ['cold'], lists: [listOf(), listOf()] }),
    ).toBeUndefined();
  });
});

describe('swapReport', () => {
  const head = { sides: ['female', 'male'] as const, tolerance: 0.05, notSwapped: 2 };
  const report = swapReport([moved, still, own], head, { draws: 100 });

  it('measures neutral pairs apart from the others', () => {
    expect(report.neutral).toMatchObject({
      pairs: 2,
      samePlace: 1,
      firstOnlyForFirst: 1,
      firstOnlyForSecond: 0,
      beyondTolerance: 1,
      top1: { first: { value: 1 }, second: { value: 0.5 }, difference: { value: -0.5 } },
    });
    expect(report.neutral.probability.difference.value).toBeCloseTo(-0.1, 12);
    expect(report.notNeutral).toMatchObject({ pairs: 1, samePlace: 1 });
  });

  it('holds the weight of the right disease itself', () => {
    // Odds of 4 less what the prior (e^-0.5) and cough (e) multiplied them by: 4 / e^0.5 = 2.43.
    expect(own.held?.[1]).toBeCloseTo(4 / Math.sqrt(Math.E) / (1 + 4 / Math.sqrt(Math.E)), 12);
    expect(moved.held).toEqual(moved.right.probabilities);
    expect(report.held).toMatchObject({ pairs: 3, beyondTolerance: 2 });
  });

  it('names what moved the neutral ones beyond the tolerance', () => {
    expect(report.movers).toEqual([
      { diseaseId: 'gout', pairs: 1, meanShift: expect.closeTo(0.3, 9) as number },
    ]);
    expect(swapReport([moved], { ...head, tolerance: 0.5 }, { draws: 10 }).movers).toEqual([]);
  });

  it('survives having no pair', () => {
    const none = swapReport([], head, { draws: 10 });
    expect([none.neutral.pairs, none.neutral.top1.difference.value]).toEqual([0, null]);
    expect(swapMarkdown(none)).toContain('| pairs | 0 | 0 |');
  });

  it('is written as tables', () => {
    expect(swapMarkdown(report)).toContain('| gout | 1 | +30.0 |');
    const rows = swapTable([own, still, moved]).trimEnd().split('\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toBe(
      'moved\tflu\tyes\t1 → 2\t0.500 → 0.300\t0.500 → 0.300\t\tgout 0.30 → 0.60 (prior ×4.00); mumps 0.10 → 0.0 (impossible for the second)',
    );
    expect(rows[2]).toMatch(
      /^own\tflu\tno\t1 → 1\t0\.900 → 0\.800\t0\.900 → 0\.708\tprior ×0\.607, cough ×2\.72$/,
    );
  });
});
