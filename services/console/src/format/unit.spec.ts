import { formatQuantity, formatUnit } from './unit';

describe('formatUnit', () => {
  it.each([
    ['Cel', '°C'],
    ['mm[Hg]', 'mmHg'],
    ['mg/L{FEU}', 'mg/L FEU'],
    ['umol/L', 'µmol/L'],
    ['/min', '/min'],
    ['10*9/L', '×10⁹/L'],
  ])('reads %s as %s', (ucum, readable) => {
    expect(formatUnit(ucum)).toBe(readable);
  });
});

describe('formatQuantity', () => {
  it('keeps number and unit on one line, and leaves no trailing space without a unit', () => {
    expect(formatQuantity(38.1, 'Cel')).toBe('38.1\u202f°C');
    expect(formatQuantity(2, '{score}')).toBe('2');
  });
});
