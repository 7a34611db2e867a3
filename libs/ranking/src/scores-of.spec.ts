import { evaluateScore } from '@openrounds/ddx-engine';
import { lookupOf } from '@openrounds/knowledge';
import { codedCases, codedDiseases, tinyBundleWithScore } from '@openrounds/testing';
import { scoresOf, type ScoredCase } from './scores-of';

const bundle = tinyBundleWithScore();
const adult = { patient: { age: { value: 70, unit: 'a' }, sex: 'female' } } as const;

const scored = (diseaseIds: readonly string[], changes: Partial<ScoredCase> = {}) =>
  scoresOf(
    {
      differential: diseaseIds.map((diseaseId) => ({ ...codedDiseases.build(), diseaseId })),
      mustNotMiss: [],
    },
    {
      ...codedCases.build(),
      patient: { age: { value: 24, unit: 'mo' }, sex: 'unknown' },
      findings: [{ findingId: 'pleuritic-chest-pain', presence: 'present' }],
      ...changes,
    },
    bundle,
  );

describe('scoresOf', () => {
  it('fills in the scores of the leading diseases, in codes', () => {
    const [score] = scored(['costochondritis', 'pulmonary-embolism'], adult);
    expect(score).toMatchObject({ scoreId: 'made-up-score', result: { min: 3, max: 9 } });
    expect(score?.inputs['pleuritic-pain']).toBe(true);
    expect(score?.result.missing).not.toContain('pleuritic-pain');
  });

  it('gives what the same inputs give again', () => {
    const [kept] = scored(['pulmonary-embolism'], adult);
    const score = lookupOf(bundle).scores.get(kept?.scoreId ?? '');
    if (kept === undefined || score === undefined) throw new Error('no score was computed');
    expect(evaluateScore(score, kept.inputs)).toEqual(kept.result);
  });

  it('leaves out scores of diseases that do not lead', () => {
    expect(scored(['a', 'b', 'c', 'd', 'e', 'pulmonary-embolism'], adult)).toEqual([]);
  });

  it('reads the age in its unit: the score is for adults', () => {
    expect(scored(['pulmonary-embolism'])).toEqual([]);
  });

  it('takes only what is so now', () => {
    const past = [
      { findingId: 'pleuritic-chest-pain', presence: 'present', assertion: 'historical' },
    ] as const;
    expect(scored(['pulmonary-embolism'], { ...adult, findings: [...past] })).toEqual([]);
  });
});
