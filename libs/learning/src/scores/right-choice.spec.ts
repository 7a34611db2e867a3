import { isRightChoice, isRightError } from './right-choice';

describe('isRightChoice', () => {
  const verdicts = new Map([
    ['ct', 'best'],
    ['scan', 'best'],
    ['d-dimer', 'poor'],
  ] as const);

  it.each([
    [['ct'], true],
    [['scan', 'ct'], true],
    [['ct', 'd-dimer'], false],
    [['no-test-yet'], false],
    [[], false],
  ])('of %j', (optionIds, right) => {
    expect(isRightChoice({ kind: 'choice', optionIds }, verdicts)).toBe(right);
  });

  it('is nobody’s business in a free vote', () => {
    expect(isRightChoice({ kind: 'choice', optionIds: ['a'] }, new Map())).toBeNull();
  });
});

describe('isRightError', () => {
  const planted = { lineId: 'l2', errorKind: 'wrong-sign' } as const;

  it('asks for line and kind', () => {
    expect(isRightError({ kind: 'error', ...planted }, planted)).toBe(true);
    expect(isRightError({ kind: 'error', ...planted, lineId: 'l1' }, planted)).toBe(false);
    expect(isRightError({ kind: 'error', ...planted, errorKind: 'sum' }, planted)).toBe(false);
  });
});
