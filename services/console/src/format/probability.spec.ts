import { formatBelow, formatProbability, formatProbabilityRange, naturalFrequency } from './probability';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('formatBelow', () => {
  it('says that it is less, and never more exactly than what is shown', () => {
    expect(plain(formatBelow(0.038, 'en'))).toBe('< 3.8 %');
    expect(plain(formatBelow(0.0004, 'en'))).toBe('< 0.1 %');
    expect(plain(formatBelow(0.038, 'zh'))).toBe('< 3.8%');
  });
});

describe('formatProbability', () => {
  it.each([
    [0, '< 0.1 %'],
    [0.00099, '< 0.1 %'],
    [0.001, '0.1 %'],
    [0.0093, '0.9 %'],
    [0.0094, '0.9 %'],
    [0.00999, '1.0 %'],
    [0.069, '6.9 %'],
    [0.0996, '10 %'],
    [0.5326, '53 %'],
    [0.99, '99 %'],
    [0.9901, '> 99 %'],
    [1, '> 99 %'],
  ])('writes %d as %s', (probability, words) => {
    expect(plain(formatProbability(probability, 'en'))).toBe(words);
  });

  it('puts a narrow no-break space before the sign in English and none in Chinese', () => {
    expect(formatProbability(0.53, 'en')).toBe('53\u202f%');
    expect(formatProbability(0.53, 'zh')).toBe('53%');
  });
});

describe('formatProbabilityRange', () => {
  it('writes "to" in English and a wave in Chinese', () => {
    expect(plain(formatProbabilityRange(0.2, 0.722, 'en'))).toBe('20 to 72 %');
    expect(plain(formatProbabilityRange(0.0002, 0.005, 'en'))).toBe('< 0.1 to 0.5 %');
    expect(formatProbabilityRange(0.398, 0.7, 'zh')).toBe('40～70%');
  });

  it('says once what both ends round to', () => {
    expect(plain(formatProbabilityRange(0.00002, 0.0004, 'en'))).toBe('< 0.1 %');
  });
});

describe('naturalFrequency', () => {
  it.each([
    [0.0005, 'less-than', 1, 1000],
    [0.013, 'about', 1, 77],
    [0.069, 'about', 1, 14],
    [0.23, 'about', 1, 4],
    [0.34, 'about', 1, 3],
    [0.53, 'about', 1, 2],
    [0.67, 'about', 2, 3],
    [0.9, 'about', 9, 10],
    [0.97, 'about', 97, 100],
    [0.999, 'more-than', 99, 100],
  ])('says %d as %s %d in %d', (probability, bound, count, of) => {
    expect(naturalFrequency(probability)).toEqual({ bound, count, of });
  });

  it('is never further off than a twentieth', () => {
    for (let thousandth = 1; thousandth <= 990; thousandth++) {
      const { count, of } = naturalFrequency(thousandth / 1000);
      expect(Math.abs(count / of - thousandth / 1000)).toBeLessThan(0.05);
    }
  });
});
