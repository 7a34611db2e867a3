import { shippedVocabulary } from '../../../../test/support/shipped';
import { TIMED_TESTS } from '../../src/measure/timed-values';
import { understandText } from '../../src/read-case';

const VOCABULARY = shippedVocabulary();
const read = (text: string) => understandText(text, undefined, VOCABULARY);
const numbersIn = (text: string): unknown[] => read(text).labs.map(({ value }) => value);

describe('tests whose values are told by time', () => {
  it.each(TIMED_TESTS.tests.flatMap(({ examples }) => examples))('$text', ({ text, values }) => {
    expect(numbersIn(text)).toEqual(values);
  });

  it.each([
    ['1min Apgar 3分，5min 6分', [3, 6]],
    ['75g OGTT：5.3—10.8—8.9mmol/L（空腹—1h—2h）', [5.3, 10.8, 8.9]],
    ['OGTT this morning: fasting 92 mg/dL, 2 hr 168 mg/dL', [92, 168]],
    ['Apgars 1, 3 and 5 at 1, 5 and 10 min. Cord pH 6.94', [1, 3, 5, 6.94]],
    // neither what was drunk, nor a time that the test has not
    ['OGTT with 75 g at 26 weeks, BP 120/80', []],
    ['OGTT: 5.1 and 9.2', []],
  ])('%s', (text, values) => {
    expect(numbersIn(text)).toEqual(values);
  });

  it('holds each value against the limits of its time', () => {
    const abnormal = (text: string) =>
      read(text).findings.find(({ findingId }) => findingId === 'glucose-tolerance-test-abnormal')?.presence;
    expect(abnormal('OGTT: fasting 4.6, 1 h 9.4, 2 h 7.1 mmol/L')).toBe('absent');
    expect(abnormal('OGTT: fasting 4.6, 1 h 9.4, 2 h 8.8 mmol/L')).toBe('present');
  });
});
