import fc from 'fast-check';
import { caseArbitrary, type Situation, situationArbitrary } from '../../test/arbitraries';
import { binary } from '../../test/fixtures';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type EngineCase } from '../model/case';
import { type EngineKnowledge } from '../model/knowledge';
import { type RankResult } from '../model/ranking';
import { type EngineOutcome } from '../model/rejection';
import { caseScorer } from './case-scorer';
import { rank } from './rank';

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

  it('scores by columns of numbers what it shows by rows', () => {
    lawOfRanking(({ differential }, { knowledge, parameters, engineCase }) => {
      const compiled = compileKnowledge(knowledge);
      const scorer = caseScorer(compiled, engineCase);
      if (!scorer.ok) throw new Error('a ranked case was rejected');
      const scores = scorer.value(parameters);
      for (const { diseaseId, score } of differential) {
        expect(scores[compiled.diseaseIndex.get(diseaseId) ?? -1]).toBeCloseTo(score, 11);
      }
    });
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

  it('never holds a supporting finding against a disease', () => {
    const withMore = situationArbitrary.chain((situation) =>
      fc.record({ situation: fc.constant(situation), more: caseArbitrary(situation.knowledge.findings) }),
    );
    fc.assert(
      fc.property(withMore, ({ situation, more }) => {
        const told = new Set(situation.engineCase.observed.map(({ findingId }) => findingId));
        const added = more.observed.find(({ findingId }) => !told.has(findingId));
        if (added === undefined) return;
        const { engineCase, knowledge } = situation;
        const before = rankOf(situation);
        const after = rankOf({
          ...situation,
          engineCase: { ...engineCase, observed: [...engineCase.observed, added] },
        });
        if (!before.ok || !after.ok) return;
        const line = lineOf(knowledge, added.findingId);
        for (const entry of after.value.differential) {
          const earlier = before.value.differential.find((one) => one.diseaseId === entry.diseaseId);
          const row = entry.evidence.find((one) => one.findingId === added.findingId);
          if (earlier === undefined || row?.match !== 'linked' || row.logLikelihoodRatio <= 0) continue;
          if (earlier.evidence.some((one) => line.has(one.findingId))) continue;
          expect(entry.score).toBeGreaterThan(earlier.score - 1e-12);
        }
      }),
      RUNS,
    );
  });

  it('takes no notice of a finding that is as frequent in every disease as in anyone else', () => {
    fc.assert(
      fc.property(
        situationArbitrary,
        fc.constantFrom('present', 'absent' as const),
        fc.constantFrom({ lrPos: 1, lrNeg: 1 }, { theta: 0.3 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (situation, presence, link, certainty) => {
          const { knowledge, engineCase } = situation;
          const neutral = binary('neutral', 0.3, { mustExplain: true, group: 'g1' });
          const linked = knowledge.diseases.map((one) => ({
            ...one,
            links: [...one.links, { finding: 'neutral', ...link }],
          }));
          const observed = [...engineCase.observed, { findingId: 'neutral', presence, certainty }];
          const before = rankOf(situation);
          const after = rankOf({
            ...situation,
            knowledge: { ...knowledge, findings: [...knowledge.findings, neutral], diseases: linked },
            engineCase: { ...engineCase, observed },
          });
          if (!before.ok || !after.ok) return;
          expect(scoresOf(after.value)).toEqual(
            new Map([...scoresOf(before.value)].map(([id, score]) => [id, expect.closeTo(score, 11)])),
          );
        },
      ),
      RUNS,
    );
  });
});

function scoresOf({ differential }: RankResult): Map<string, number> {
  return new Map(differential.map(({ diseaseId, score }) => [diseaseId, score]));
}

/** The finding, what it is a special case of, and its own special cases. */
function lineOf({ findings }: EngineKnowledge, id: string): Set<string> {
  const parentOf = new Map(findings.map((finding) => [finding.id, finding.parent]));
  const above = (from: string): string[] => {
    const parent = parentOf.get(from);
    return parent === undefined ? [] : [parent, ...above(parent)];
  };
  const below = findings.filter((finding) => above(finding.id).includes(id)).map((finding) => finding.id);
  return new Set([id, ...above(id), ...below]);
}
