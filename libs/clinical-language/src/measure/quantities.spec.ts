import { VOCABULARY } from '../../test/vocabulary.fixture';
import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { normalise } from '../normalise/normalise';
import { stateOfLevel, stateOfValue } from './intervals';
import { convert, isUcum } from './units';
import { readUnit } from './unit-words';

const finding = (id: string): VocabularyFinding => {
  const found = VOCABULARY.findings.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id} in the fixture`);
  return found;
};

const adult: EnginePatient = { ageYears: 40, sex: 'female', pregnant: null };

describe('readUnit', () => {
  it.each([
    ['mmHg', 'mm[Hg]'],
    [' °C', 'Cel'],
    ['℃', 'Cel'],
    [' F', '[degF]'],
    ['次/分', '/min'],
    [' beats/min', '/min'],
    [' breaths per minute', '/min'],
    ['%', '%'],
    [' x10^9/L', '10*9/L'],
    ['×10⁹/L', '10*9/L'],
    [' K/uL', '10*3/uL'],
    ['/mm3', '/uL'],
    [' mg/L FEU', 'mg/L{FEU}'],
    [' mg/dL', 'mg/dL'],
    [' µmol/L', 'umol/L'],
    [' mcg/mL', 'ug/mL'],
    [' IU/L', '[IU]/L'],
    [' mEq/L', 'meq/L'],
    [' mm/hr', 'mm/h'],
    [' kg/m2', 'kg/m2'],
    [' days', undefined],
    [' Carbon', undefined],
  ])('%j → %s', (text, expected) => {
    expect(readUnit(normalise(text).lower, 0)?.ucum).toBe(expected);
  });

  it('reads only units that UCUM knows', () => {
    const written = [
      'mmHg',
      'kPa',
      '°C',
      '°F',
      '/min',
      '%',
      'x10^9/L',
      'K/uL',
      '/uL',
      'mL/min/1.73m2',
      'kg/m2',
      'mm/h',
      'mg/L FEU',
      'IU/mL',
      'ng/L',
      'mosm/kg',
      'U/L',
      's',
      'fL',
      'pg',
    ];
    for (const unit of written)
      expect([unit, isUcum(readUnit(normalise(unit).lower, 0)?.ucum ?? '')]).toEqual([unit, true]);
  });
});

describe('convert', () => {
  it.each<[number, string, string, string, number | undefined]>([
    [100, '[degF]', 'Cel', 'body-temperature', 37.7777777778],
    [180.156, 'mg/dL', 'mmol/L', 'glucose', 10],
    [12.5, 'g/dL', 'g/L', 'haemoglobin', 125],
    [1200, 'ng/mL{DDU}', 'mg/L{FEU}', 'd-dimer', 2.4],
    [37, 'kg', 'Cel', 'body-temperature', undefined],
    [1, 'nonsense', 'g/L', 'haemoglobin', undefined],
  ])('%d %s → %s', (value, from, to, id, expected) => {
    const converted = convert(value, from, to, finding(id));
    if (expected === undefined) expect(converted).toBeUndefined();
    else expect(converted).toBeCloseTo(expected, 3);
  });

  it('is strict about UCUM', () => {
    expect([isUcum('mm[Hg]'), isUcum('mmHg'), isUcum('x'.repeat(100))]).toEqual([true, false, false]);
  });
});

describe('stateOfValue', () => {
  it.each<[string, number, string, Parameters<typeof stateOfValue>[4], unknown]>([
    ['body-temperature', 37.8, 'Cel', undefined, { state: 'fever', certainty: 1 }],
    ['body-temperature', 37.79, 'Cel', undefined, { state: 'normal', certainty: 1 }],
    ['body-temperature', 400, 'Cel', undefined, { problem: 'value-impossible' }],
    ['body-temperature', 37, 'kg', undefined, { problem: 'unit-not-convertible' }],
    ['d-dimer', 0.5, 'mg/L{FEU}', '<', { state: 'normal', certainty: 1 }],
    ['d-dimer', 0.5, 'mg/L{FEU}', '<=', { problem: 'interval-missing' }],
    ['d-dimer', 0.6, 'mg/L{FEU}', '<', { problem: 'interval-missing' }],
    ['d-dimer', 0.5, 'mg/L{FEU}', '>', { state: 'raised', certainty: 1 }],
    ['d-dimer', 0.4, 'mg/L{FEU}', '>', { problem: 'interval-missing' }],
  ])('%s %d %s %s', (id, value, unit, comparator, expected) => {
    expect(stateOfValue(finding(id), adult, value, unit, comparator)).toEqual(expected);
  });
});

describe('stateOfValue of somebody whose age is not told', () => {
  const pulse = {
    ...finding('body-temperature'),
    unit: '/min',
    plausible: { low: 10, high: 350 },
    intervals: [
      { state: 'normal', if: { ageYears: [0, 12] as const }, to: 160 },
      { state: 'fast', if: { ageYears: [0, 12] as const }, from: 160 },
      { state: 'normal', if: { ageYears: [12, 150] as const }, to: 100 },
      { state: 'fast', if: { ageYears: [12, 150] as const }, from: 100 },
    ],
  };
  const somebody = { ...adult, ageYears: null };

  it.each([
    [200, { state: 'fast', certainty: 1 }],
    [80, { state: 'normal', certainty: 1 }],
    [120, { state: 'fast', certainty: 0.8 }],
  ])('is that of an adult for %d, surely so only where a child has the same', (value, expected) => {
    expect(stateOfValue(pulse, somebody, value, '/min')).toEqual(expected);
  });
});

describe('stateOfLevel', () => {
  it('claims no more than the mildest state, and none that the finding lacks', () => {
    const graded = { ...finding('glucose'), states: ['normal', 'raised', 'markedly-raised'] };
    expect(stateOfLevel(graded, 'raised')).toBe('raised');
    expect(stateOfLevel(graded, 'normal')).toBe('normal');
    expect(stateOfLevel(finding('d-dimer'), 'lowered')).toBeUndefined();
  });
});
