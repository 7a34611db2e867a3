import fc from 'fast-check';
import { type Situation, situationArbitrary } from '../../test/arbitraries';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineCase } from '../model/case';
import { type RankResult } from '../model/ranking';
import { type EngineOutcome } from '../model/rejection';
import { rank } from './rank';

const RUNS = { numRuns: 100 };

function rankOf({ knowledge, parameters, engineCase }: Situation): EngineOutcome<RankResult> {
  return rank(compileKnowledge(knowledge), parameters, engineCase);
}

/** States a law of ranked cases; contradictory cases are rejected and say nothing about it. */
function lawOfRanking(law: (result: RankResult, situation: Situation) => void): void {
  fc.assert(
    fc.property(situationArbitrary, (situation) => {
      const outcome = rankOf(situation);
      if (!outcome.ok) {
        expect(outcome.rejection.code).toBe('contradiction');
        return;
      }
      law(outcome.value, situation);
    }),
    RUNS,
  );
}

describe('the laws of ranking', () => {
  it('gives probabilities above 0 that sum to 1 with remainder and Other', () => {
    lawOfRanking(({ differential, remainder, other }) => {
      const probabilities = differential.map((entry) => entry.probability);
      const sum = probabilities.reduce((total, p) => total + p, remainder.probability + other.probability);
      expect(sum).toBeCloseTo(1, 9);
      for (const p of [...probabilities, other.probability]) expect(p).toBeGreaterThan(0);
    });
  });

  it('keeps the sum when only some diseases are listed', () => {
    lawOfRanking((_, { knowledge, parameters, engineCase }) => {
      const outcome = rank(compileKnowledge(knowledge), parameters, engineCase, { topN: 2 });
      if (!outcome.ok) throw new Error('a ranked case was rejected');
      const { differential, remainder, other, excluded } = outcome.value;
      expect(differential.length + remainder.count + excluded.length).toBe(knowledge.diseases.length);
      const listed = differential.reduce((total, entry) => total + entry.probability, 0);
      expect(listed + remainder.probability + other.probability).toBeCloseTo(1, 9);
    });
  });

  it('makes the waterfall the computation: prior and rows sum to the score, scores to the probabilities', () => {
    lawOfRanking(({ differential, other }) => {
      for (const { evidence, priorContribution, score, probability } of differential) {
        const sum = evidence.reduce((total, row) => total + row.contribution, priorContribution);
        expect(score).toBe(sum);
        expect(Math.log(probability / other.probability)).toBeCloseTo(score, 9);
      }
    });
  });

  it('does not depend on the order of anything in the input', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const { knowledge, engineCase } = situation;
        const reversed: Situation = {
          ...situation,
          knowledge: {
            ...knowledge,
            findings: [...knowledge.findings].reverse(),
            diseases: [...knowledge.diseases]
              .reverse()
              .map((one) => ({ ...one, links: [...one.links].reverse() })),
          },
          engineCase: { ...engineCase, observed: [...engineCase.observed].reverse() },
        };
        expect(JSON.stringify(rankOf(reversed))).toBe(JSON.stringify(rankOf(situation)));
      }),
      RUNS,
    );
  });

  it('treats unknown and a certainty of one half like not asked', () => {
    fc.assert(
      fc.property(situationArbitrary, fc.boolean(), (situation, byPresence) => {
        const { observed } = situation.engineCase;
        const half = Math.ceil(observed.length / 2);
        const blurred = observed.slice(0, half).map((one) => {
          if (one.state !== undefined || !byPresence) return { ...one, certainty: 0.5 };
          return { findingId: one.findingId, presence: 'unknown' as const };
        });
        const withObserved = (list: EngineCase['observed']): Situation => ({
          ...situation,
          engineCase: { ...situation.engineCase, observed: list },
        });
        const rest = observed.slice(half);
        expect(rankOf(withObserved([...blurred, ...rest]))).toEqual(rankOf(withObserved(rest)));
      }),
      RUNS,
    );
  });

  it('never gives a row a weight above 1 or a number that is not finite', () => {
    lawOfRanking(({ differential }) => {
      for (const row of differential.flatMap((entry) => entry.evidence)) {
        expect(row.weight).toBeGreaterThanOrEqual(0);
        expect(row.weight).toBeLessThanOrEqual(1);
        expect(Number.isFinite(row.contribution)).toBe(true);
        expect(Math.abs(row.logLikelihoodRatio)).toBeLessThanOrEqual(Math.log(199) + 1e-12);
      }
    });
  });
});
