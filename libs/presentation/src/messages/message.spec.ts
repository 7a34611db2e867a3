import { listed, percent } from './message';

const NARROW = '\u202f';

describe('percent', () => {
  it.each([
    [0, `< 0.1${NARROW}%`],
    [0.00099, `< 0.1${NARROW}%`],
    [0.001, `0.1${NARROW}%`],
    [0.0234, `2.3${NARROW}%`],
    [0.0999, `10${NARROW}%`],
    [0.1, `10${NARROW}%`],
    [0.125, `13${NARROW}%`],
    [0.99, `99${NARROW}%`],
    [0.9901, `> 99${NARROW}%`],
    [1, `> 99${NARROW}%`],
  ])('says %p as %p', (probability, said) => {
    expect(percent(probability, 'en')).toBe(said);
  });

  it('writes the sign close up in Chinese', () => {
    expect(percent(0.5, 'zh')).toBe('50%');
    expect(percent(0, 'zh')).toBe('< 0.1%');
  });
});

describe('listed', () => {
  it.each([
    [[], '', ''],
    [['A'], 'A', 'A'],
    [['A', 'B'], 'A and B', 'A和B'],
    [['A', 'B', 'C'], 'A, B and C', 'A、B和C'],
  ])('lists %j', (names, en, zh) => {
    expect(listed(names, 'en')).toBe(en);
    expect(listed(names, 'zh')).toBe(zh);
  });
});
