import { isChild, toldAge } from './age';

describe('toldAge', () => {
  it.each([
    [
      { value: 2 / 24, unit: 'd' },
      { count: 2, unit: 'h' },
    ],
    [
      { value: 0.5, unit: 'd' },
      { count: 12, unit: 'h' },
    ],
    [
      { value: 0, unit: 'd' },
      { count: 0, unit: 'h' },
    ],
    [
      { value: 1, unit: 'd' },
      { count: 1, unit: 'd' },
    ],
    [
      { value: 5, unit: 'wk' },
      { count: 5, unit: 'wk' },
    ],
    [
      { value: 0.5, unit: 'a' },
      { count: 0.5, unit: 'a' },
    ],
  ] as const)('tells %j as %j', (age, told) => {
    expect(toldAge(age)).toEqual(told);
  });
});

describe('isChild', () => {
  it.each([
    [{ value: 0.1, unit: 'd' }, true],
    [{ value: 22, unit: 'mo' }, true],
    [{ value: 216, unit: 'mo' }, false],
    [{ value: 17, unit: 'a' }, true],
    [{ value: 18, unit: 'a' }, false],
  ] as const)('%j: %s', (age, child) => {
    expect(isChild(age)).toBe(child);
  });
});
