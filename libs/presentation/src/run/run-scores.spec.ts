import { type Understood } from '@openrounds/contracts';
import { codedAnswers, codedDiseases, tinyBundleWithScore, understandings } from '@openrounds/testing';
import { runScores } from './run-scores';

const bundle = tinyBundleWithScore();

const understood = (changes: Partial<Understood>): Understood => ({
  ...understandings.build(),
  patient: { age: { value: 24, unit: 'mo' }, sex: 'unknown' },
  findings: [{ findingId: 'pleuritic-chest-pain', presence: 'present' }],
  labs: [],
  ...changes,
});

const scoresOf = (diseaseIds: readonly string[], changes: Partial<Understood> = {}) =>
  runScores(
    {
      ...codedAnswers.build(),
      differential: diseaseIds.map((diseaseId) => ({ ...codedDiseases.build(), diseaseId })),
      mustNotMiss: [],
    },
    understood(changes),
    bundle,
    'en',
  );

describe('runScores', () => {
  const adult = { patient: { age: { value: 70, unit: 'a' }, sex: 'female' } } as const;

  it('fills in the scores of the leading diseases', () => {
    const [score] = scoresOf(['costochondritis', 'pulmonary-embolism'], adult);
    expect(score).toMatchObject({ scoreId: 'made-up-score', value: { min: 3, max: 9 } });
    expect(score?.inputs).toContainEqual({ id: 'pleuritic-pain', name: 'Pain on breathing', value: true });
  });

  it('shows none for diseases that do not lead', () => {
    const others = ['a', 'b', 'c', 'd', 'e'];
    expect(scoresOf([...others, 'pulmonary-embolism'], adult)).toEqual([]);
  });

  it('reads the age in its unit: the score is for adults', () => {
    expect(scoresOf(['pulmonary-embolism'])).toEqual([]);
  });

  it('takes only what is so now', () => {
    const past = [
      { findingId: 'pleuritic-chest-pain', presence: 'present', assertion: 'historical' },
    ] as const;
    expect(scoresOf(['pulmonary-embolism'], { ...adult, findings: [...past] })).toEqual([]);
  });
});
