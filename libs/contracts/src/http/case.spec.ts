import { Age, ageInYears } from './case';

describe('ageInYears', () => {
  it('counts months as twelfths and weeks and days of a year of 365.25 days', () => {
    expect(ageInYears({ value: 6, unit: 'mo' })).toBe(0.5);
    expect(ageInYears({ value: 365.25, unit: 'd' })).toBe(1);
    expect(ageInYears({ value: 2, unit: 'wk' })).toBeCloseTo(14 / 365.25, 12);
  });
});

describe('Age', () => {
  it('ends at 130 years, whatever its unit', () => {
    expect(Age.safeParse({ value: 130, unit: 'a' }).success).toBe(true);
    expect(Age.safeParse({ value: 131 * 12, unit: 'mo' }).success).toBe(false);
  });
});
