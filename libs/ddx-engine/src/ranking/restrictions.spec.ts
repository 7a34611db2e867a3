import { disease } from '../../test/fixtures';
import { type EnginePatient } from '../model/case';
import { type Restriction } from '../model/knowledge';
import { exclusionOf } from './restrictions';

const WOMAN: EnginePatient = { ageYears: 30, sex: 'female' };

describe('exclusionOf', () => {
  it.each<[string, Restriction, EnginePatient, unknown]>([
    ['the other sex', { sex: 'male' }, WOMAN, { code: 'sex', params: { onlySex: 'male' } }],
    [
      'a pregnancy that is denied',
      { pregnancy: 'required' },
      { ...WOMAN, pregnant: false },
      { code: 'pregnancy', params: { onlyPregnant: true } },
    ],
    [
      'a pregnancy that is there',
      { pregnancy: 'excluded' },
      { ...WOMAN, pregnant: true },
      { code: 'pregnancy', params: { onlyPregnant: false } },
    ],
    [
      'a man who cannot be pregnant',
      { pregnancy: 'required' },
      { ageYears: 30, sex: 'male' },
      { code: 'pregnancy', params: { onlyPregnant: true } },
    ],
    [
      'an age outside',
      { ageYears: [0, 1] },
      { ...WOMAN, ageYears: 1 },
      { code: 'age', params: { ageYears: [0, 1] } },
    ],
  ])('excludes by %s, with the reason', (_, restrict, patient, reason) => {
    expect(exclusionOf(disease('d', 0.1, {}, { restrict }), patient)).toEqual(reason);
  });

  it.each<[string, Restriction, EnginePatient]>([
    ['unknown sex', { sex: 'male' }, { ageYears: 30, sex: 'unknown' }],
    ['unknown pregnancy', { pregnancy: 'required' }, { ...WOMAN, pregnant: null }],
    ['unknown age', { ageYears: [0, 1] }, { ...WOMAN, ageYears: null }],
    ['what fits', { sex: 'female', ageYears: [12, 60] }, WOMAN],
  ])('excludes nothing by %s', (_, restrict, patient) => {
    expect(exclusionOf(disease('d', 0.1, {}, { restrict }), patient)).toBeNull();
  });
});
