import { binary, caseOf, disease, knowledge, PARAMETERS, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { diseaseScores } from './disease-scores';
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

describe('diseaseScores', () => {
  it('are the scores of the list, in the order of the ids', () => {
    const given = caseOf({ cough: 'present', fever: 'absent' });
    const listed = valueOf(rank(compiled, PARAMETERS, given)).differential;
    const scores = valueOf(diseaseScores(compiled, PARAMETERS, given));
    for (const { diseaseId, score } of listed) {
      expect(scores[compiled.diseaseIndex.get(diseaseId) ?? -1]).toBeCloseTo(score, 12);
    }
    expect(scores[2]).toBe(-Infinity); // ADULT is a woman
  });

  it('rejects what the list rejects', () => {
    expect(diseaseScores(compiled, PARAMETERS, caseOf({ nonsense: 'present' })).ok).toBe(false);
  });
});
