import { binary, caseOf, disease, knowledge, PARAMETERS, PLAIN_BAYES, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { caseScorer } from './case-scorer';
import { rank } from './rank';

const compiled = compileKnowledge(
  knowledge(
    [binary('cough', 0.2), binary('fever', 0.1, { mustExplain: true })],
    [
      disease('cold', 0.2, { cough: 0.6 }),
      disease('flu', 0.05, { cough: 0.8, fever: 0.9 }),
      disease('prostatitis', 0.01, { fever: 0.5 }, { restrict: { sex: 'male' } }),
    ],
  ),
);

describe('caseScorer', () => {
  it.each([
    ['the starting parameters', PARAMETERS],
    ['plain Bayes', PLAIN_BAYES],
  ])('gives the scores of the list under %s, in the order of the ids', (_what, parameters) => {
    const given = caseOf({ cough: 'present', fever: 'present' });
    const scores = valueOf(caseScorer(compiled, given))(parameters);
    for (const { diseaseId, score } of valueOf(rank(compiled, parameters, given)).differential) {
      expect(scores[compiled.diseaseIndex.get(diseaseId) ?? -1]).toBeCloseTo(score, 12);
    }
    expect(scores[2]).toBe(-Infinity); // the patient is a woman
  });

  it('rejects what the list rejects', () => {
    expect(caseScorer(compiled, caseOf({ nonsense: 'present' })).ok).toBe(false);
    expect(() => valueOf(caseScorer(compiled, caseOf({})))({ ...PARAMETERS, T: 0 })).toThrow(RangeError);
  });
});
