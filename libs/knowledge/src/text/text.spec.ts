import { normalisePhrase } from './normalise-phrase';
import { convertUnit, isUcumUnit } from './ucum';

describe('normalisePhrase', () => {
  it.each([
    ['Short-of  BREATH', 'short of breath'],
    ['ＣＲＰ升高', 'crp升高'],
    ["Murphy's sign", 'murphys sign'],
    ['呼吸困难、气促。', '呼吸困难 气促'],
    ['SpO₂ < 90%', 'spo2 < 90%'],
    ['…', ''],
  ])('%s', (phrase, expected) => {
    expect(normalisePhrase(phrase)).toBe(expected);
  });
});

describe('UCUM units', () => {
  it.each([
    ['mm[Hg]', true],
    ['10*9/L', true],
    ['Cel', true],
    ['mmHg', false],
    ['breaths', false],
  ])('%s: %s', (unit, known) => {
    expect(isUcumUnit(unit)).toBe(known);
  });

  it('converts, with the molecular weight between mass and substance', () => {
    expect(convertUnit(1, 'mg/dL', 'mg/L')).toBeCloseTo(10, 9);
    expect(convertUnit(98.6, '[degF]', 'Cel')).toBeCloseTo(37, 9);
    expect(convertUnit(18, 'mg/dL', 'mmol/L')).toBeUndefined();
    expect(convertUnit(18, 'mg/dL', 'mmol/L', 180.16)).toBeCloseTo(1, 2);
    expect(convertUnit(1, 'Cel', 'mg/L')).toBeUndefined();
  });
});
