import { mergePatient } from './patient';

const years = (value: number) => ({ value, unit: 'a' }) as const;
const said = { tokens: new Set<number>(), amounts: [] };
const given = (value: number) => ({ age: years(value), sex: 'unknown' }) as const;
const codes = (...from: Parameters<typeof mergePatient>): string[] =>
  mergePatient(...from).warnings.map(({ code }) => code);

describe('mergePatient', () => {
  it('says that an age was told roughly, where it is the one that counts', () => {
    const sixties = { ...said, age: years(60), isRough: true } as const;
    expect(mergePatient(undefined, sixties)).toMatchObject({ patient: { age: years(60) } });
    expect(codes(undefined, sixties)).toEqual(['age-told-roughly']);
    expect(codes(given(67), sixties)).toEqual([]);
  });

  it.each([
    [67, true, []],
    [75, true, ['age-in-text-differs']],
    [61, undefined, ['age-in-text-differs']],
    [60, undefined, []],
  ] as const)('compares %i as entered with 60 as told, roughly: %s', (entered, isRough, warnings) => {
    const told = { ...said, age: years(60), ...(isRough && { isRough }) };
    expect(codes(given(entered), told)).toEqual(warnings);
  });
});
