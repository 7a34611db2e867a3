import { formatQuantity, formatUnit } from './quantity';

describe('formatUnit', () => {
  it.each([
    ['Cel', '°C'],
    ['mm[Hg]', 'mmHg'],
    ['mg/L{FEU}', 'mg/L FEU'],
    ['umol/L', 'µmol/L'],
    ['/min', '/min'],
    ['[pH]', ''],
    ['{INR}', ''],
    ['m[IU]/L', 'mIU/L'],
    ['10*9/L', '×10⁹/L'],
  ])('reads %s as %s', (ucum, readable) => {
    expect(formatUnit(ucum)).toBe(readable);
  });
});

describe('formatQuantity', () => {
  it('keeps number and unit on one line, and leaves no trailing space without a unit', () => {
    expect(formatQuantity(38.1, 'Cel', 'en')).toBe('38.1\u00a0°C');
    expect(formatQuantity(2, '{score}', 'en')).toBe('2');
  });

  it('puts a narrow space before the percent sign in English only', () => {
    expect(formatQuantity(91, '%', 'en')).toBe('91\u202f%');
    expect(formatQuantity(91, '%', 'zh')).toBe('91%');
  });
});
