import fc from 'fast-check';
import { situationArbitrary } from '../../test/arbitraries';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { rank } from '../ranking/rank';
import { compareDiseases } from './compare-diseases';

describe('the laws of comparison', () => {
  it('accounts for all evidence: prior and differences sum to the difference of the scores', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const compiled = compileKnowledge(knowledge);
        const ranked = rank(compiled, parameters, engineCase);
        if (!ranked.ok) return;
        const [first, second] = ranked.value.differential;
        if (first === undefined || second === undefined) return;
        const pair = [first.diseaseId, second.diseaseId] as const;
        const compared = compareDiseases(compiled, parameters, engineCase, pair);
        if (!compared.ok) throw new Error('a ranked case was rejected');
        const { shared, forA, forB, priorDifference, scoreDifference, separating } = compared.value;
        const sum = [...shared, ...forA, ...forB].reduce(
          (total, one) => total + one.difference,
          priorDifference,
        );
        expect(sum).toBeCloseTo(first.score - second.score, 9);
        expect(scoreDifference).toBeCloseTo(sum, 9);
        const rows = [...shared, ...forA, ...forB].flatMap((one) => [...one.rowsA, ...one.rowsB]);
        expect(rows).toHaveLength(first.evidence.length + second.evidence.length);
        expect(separating.every(({ bits }) => bits > 0 && bits <= 1)).toBe(true);
      }),
      RUNS,
    );
  });
});
