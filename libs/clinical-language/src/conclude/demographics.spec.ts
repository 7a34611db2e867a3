import { patientOf } from '../../test/patient-of';
import { STATEMENTS } from '../recognise/person-lexicon';

describe('the statements of the lexicon about the patient', () => {
  it.each(STATEMENTS.map(({ example, reads }) => [example, reads]))('%s → %s', (example, reads) => {
    expect(patientOf(example)).toBe(reads);
  });
});

describe('readDemographics', () => {
  it.each([
    ['Past history: pregnant twice', '- female'],
    ['Family history: a brother of 50 years of age', '-'],
    ['Cough for 3 days, temperature 38 F', '-'],
  ])('%s → %s', (text, expected) => {
    expect(patientOf(text)).toBe(expected);
  });
});
