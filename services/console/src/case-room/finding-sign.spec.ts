import { bySign, signOf } from './finding-sign';

describe('signOf', () => {
  it.each([
    [{ presence: 'present' as const }, 'p', 'present'],
    [{ presence: 'present' as const, certainty: 0.7 }, 'u', 'uncertain'],
    [{ presence: 'absent' as const, certainty: 0.7 }, 'a', 'absent'],
    [{ presence: 'unknown' as const }, 'n', 'unknown'],
    [{ presence: 'present' as const, certainty: 0.5 }, 'n', 'unknown'],
    [{ value: { code: 'raised' } }, 'v', 'value'],
    [{ value: { code: 'normal' } }, 'v', 'value'],
    [{ value: { number: 37.2, unit: 'Cel' } }, 'v', 'value'],
    [{ value: { code: 'normal' }, certainty: 0.7 }, 'u', 'uncertain'],
    [{ state: 'normal' }, 'v', 'value'],
    [{ state: null, presence: 'present' as const }, 'p', 'present'],
    [{ presence: 'present' as const, assertion: 'family' as const }, 'f', 'family'],
    [{ presence: 'present' as const, source: { kind: 'proposed' as const } }, 'd', 'proposed'],
  ])('draws %j as %s', (finding, tone, label) => {
    expect(signOf(finding)).toEqual({ tone, label });
  });
});

describe('bySign', () => {
  it('puts what is present first and keeps the order among equals', () => {
    const findings = [
      { id: 1, presence: 'absent' as const },
      { id: 2, presence: 'present' as const },
      { id: 3, presence: 'present' as const, certainty: 0.7 },
      { id: 4, presence: 'present' as const },
    ];
    expect(bySign(findings).map(({ id }) => id)).toEqual([2, 4, 1, 3]);
  });
});
