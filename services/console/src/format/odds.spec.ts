import { formatLogOdds, oddsChange, oddsOf, twoFigures, powerOfTen } from './odds';

describe('twoFigures', () => {
  it.each([
    [0.1234, '0.12'],
    [0.996, '1.0'],
    [3.04, '3.0'],
    [9.96, '10'],
    [12.6, '13'],
    [124, '120'],
  ])('writes %d as %s', (value, words) => {
    expect(twoFigures(value)).toBe(words);
  });
});

describe('formatLogOdds', () => {
  it.each([
    [1.1051, '+1.11'],
    [-2.302, '−2.30'],
    [0.004, '0.00'],
    [-0.001, '0.00'],
  ])('writes %d as %s', (value, words) => {
    expect(formatLogOdds(value)).toBe(words);
  });
});

describe('oddsChange', () => {
  it('names the factor in the direction of the change', () => {
    expect(oddsChange(Math.log(3))).toEqual({ direction: 'more', times: '3.0' });
    expect(oddsChange(-Math.log(6.8))).toEqual({ direction: 'less', times: '6.8' });
  });

  it('calls a factor below 1.1 hardly any difference', () => {
    expect(oddsChange(Math.log(1.09))).toEqual({ direction: 'none' });
    expect(oddsChange(-Math.log(1.09))).toEqual({ direction: 'none' });
  });
});

describe('oddsOf', () => {
  it.each([
    [Math.log(10), { even: false, in: '10', out: '1' }],
    [-Math.log(10), { even: false, in: '1', out: '10' }],
    [0.336, { even: false, in: '1.4', out: '1' }],
    [-Math.log(5), { even: false, in: '1', out: '5' }],
    [Math.log(10_400), { even: false, in: '10,000', out: '1' }],
    [0.01, { even: true }],
  ])('says %d', (logOdds, odds) => {
    expect(oddsOf(logOdds)).toEqual(odds);
  });
});

it.each([
  [3, '10³'],
  [-8, '10⁻⁸'],
  [12.0000001, '10¹²'],
  [1, '10¹'],
  [-0.2, '1'],
])('prints ten to the %d as %s', (exponent, text) => {
  expect(powerOfTen(exponent)).toBe(text);
});
