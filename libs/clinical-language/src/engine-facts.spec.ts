import { type CaseInput } from '@openrounds/contracts';
import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../test/vocabulary.fixture';
import { engineFacts, factsOfCodes } from './engine-facts';
import { toEngineCase } from './read-case';

const vocabulary = compiledOnce(VOCABULARY);

const CASES: Readonly<Record<string, CaseInput>> = {
  'codes, values and a patient': {
    patient: { age: { value: 40, unit: 'a' }, sex: 'female', pregnant: true },
    setting: 'emergency',
    findings: [
      { system: 'HPO', code: 'HP:0100749', presence: 'present', certainty: 0.9 },
      { findingId: 'heart-rate', value: { number: 130, unit: '/min' } },
      { findingId: 'vomiting', presence: 'absent' },
    ],
    labs: [{ name: 'D-dimer', value: 2400, unit: 'ng/mL{FEU}' }],
  },
  'several values of one test, and one that is none of ours': {
    patient: { age: null, sex: 'unknown' },
    labs: [
      { name: 'D-dimer', value: 2400, unit: 'ng/mL{FEU}', collectedAt: '2026-11-18T08:00:00.000Z' },
      { name: 'D-dimer', value: 100, unit: 'ng/mL{FEU}', collectedAt: '2026-11-20T08:00:00.000Z' },
      { name: 'of Tuesday', value: 1, unit: 'mg/L' },
    ],
  },
  'an age that would tell who it is': { patient: { age: { value: 97, unit: 'a' }, sex: 'male' } },
};

describe('the facts of a case without a text', () => {
  it.each(Object.entries(CASES))('are those that reading it gives: %s', (_, input) => {
    expect(factsOfCodes(input, vocabulary)).toEqual(
      engineFacts(toEngineCase(input, vocabulary), input.setting),
    );
  });

  it('are not made of a case with a text', () => {
    const told = { patient: { age: null, sex: 'male' as const }, narrative: 'No vomiting.' };
    expect(() => factsOfCodes(told, vocabulary)).toThrow('has a text');
  });
});
