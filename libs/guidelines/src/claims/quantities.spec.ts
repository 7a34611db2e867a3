import { type PassageLanguage } from '../passage';
import { agreementOf, quantitiesIn, type Quantity } from './quantities';

const one = (text: string, language: PassageLanguage): Quantity => {
  const [first, ...more] = quantitiesIn(text, language);
  if (first === undefined || more.length > 0) throw new Error(`${text}: ${String(more.length + 1)} numbers`);
  return first;
};

describe('quantitiesIn', () => {
  it.each<[string, PassageLanguage, string, number, number]>([
    ['within 24 hours', 'en', 'time', -Infinity, 1440],
    ['two weeks', 'en', 'time', 20160, 20160],
    ['7.0 mmol/L or more', 'en', 'mmol/l', 7, Infinity],
    ['300 mg', 'en', 'g', 0.3, 0.3],
    ['3–5 %', 'en', 'share', 0.03, 0.05],
    ['four in five', 'en', 'share', 0.8, 0.8],
    ['two thirds', 'en', 'share', 2 / 3, 2 / 3],
    ['age 60 years or later', 'en', 'time', 60 * 365 * 1440, Infinity],
    ['not below 38 °C', 'en', '°C', 38, Infinity],
    ['no fewer than 3 days', 'en', 'time', 4320, Infinity],
    ['not within 24 hours', 'en', 'time', 1440, Infinity],
    ['not more than 4 g', 'en', 'g', -Infinity, 4],
    ['must not exceed 4 g', 'en', 'g', -Infinity, 4],
    ['should not be above 10 %', 'en', 'share', -Infinity, 0.1],
    ['未满3个月', 'zh', 'time', -Infinity, 3 * 30.4 * 1440],
    ['不满 5 岁', 'zh', 'time', -Infinity, 5 * 365 * 1440],
    ['不大于 5 mm', 'zh', 'm', -Infinity, 0.005],
    ['不高于 38 ℃', 'zh', '°C', -Infinity, 38],
    ['不长于 10 天', 'zh', 'time', -Infinity, 14400],
    ['不应超过 4 g', 'zh', 'g', -Infinity, 4],
    ['不小于 5 mm', 'zh', 'm', 0.005, Infinity],
    ['满 3 个月', 'zh', 'time', 3 * 30.4 * 1440, Infinity],
    ['24小时内', 'zh', 'time', -Infinity, 1440],
    ['≥11.1 mmol/L', 'zh', 'mmol/l', 11.1, Infinity],
    ['两周', 'zh', 'time', 20160, 20160],
    ['三分之二', 'zh', 'share', 2 / 3, 2 / 3],
    ['八成', 'zh', 'share', 0.8, 0.8],
    ['6～12个月', 'zh', 'time', 6 * 30.4 * 1440, 12 * 30.4 * 1440],
  ])('%s', (text, language, measures, low, high) => {
    const read = one(text, language);
    expect(read.measures).toBe(measures);
    expect([read.low, read.high]).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)]);
  });

  it.each(['ADAMTS13', 'CD4', '2:1 conduction', '12-lead ECG', 'SGLT2', 'one of them'])(
    '%s is no number',
    (text) => {
      expect(quantitiesIn(text, 'en')).toEqual([]);
    },
  );

  it('tells where a number stands, its bound and unit with it', () => {
    const text = 'An ECG within 10 minutes of contact';
    const { from, to } = one(text, 'en');
    expect(text.slice(from, to)).toBe('within 10 minutes');
  });
});

describe('agreementOf', () => {
  it.each([
    ['7 days', '1 week', 'same'],
    ['3 to 5 days', '4 days', 'same'],
    ['within 2 hours', '2 hours', 'same'],
    ['over 200 mg', 'above 200 mg', 'same'],
    ['within 60 minutes', 'within 10 minutes', 'differs'],
    ['45 minutes', '15 minutes', 'differs'],
    ['above 200 mg', 'below 200 mg', 'differs'],
    ['3 hours', 'within 2 hours', 'differs'],
    ['1 hour', 'within 2 hours', 'open'],
    ['3 to 5 days', '4 to 7 days', 'open'],
    ['3 to 5 days', '6 to 7 days', 'differs'],
    ['3 to 5 days', 'within 4 days', 'open'],
    ['3 to 5 days', 'within 3 days', 'open'],
    ['3 to 5 days', 'within 5 days', 'same'],
    ['3 to 5 days', 'within 2 days', 'differs'],
    ['3 to 5 days', 'over 4 days', 'open'],
    ['3 to 5 days', 'over 6 days', 'differs'],
    ['over 1 hour', 'within 2 hours', 'open'],
  ])('%s, %s: %s', (a, b, agreement) => {
    expect(agreementOf(one(a, 'en'), one(b, 'en'))).toBe(agreement);
    expect(agreementOf(one(b, 'en'), one(a, 'en'))).toBe(agreement);
  });
});
