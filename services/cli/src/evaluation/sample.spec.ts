import { clustersBy } from '@openrounds/evaluation';
import { sampleOf } from './sample';

const CASES = ['en', 'zh'].flatMap((language) =>
  ['note', 'letter', 'chat'].flatMap((style) =>
    Array.from({ length: 5 }, (_, at) => ({ id: `${language}-${style}-${String(at)}`, language, style })),
  ),
);

const countsOf = (sample: readonly (typeof CASES)[number][], by: 'language' | 'style') =>
  clustersBy(sample, (each) => each[by]).map(({ length }) => length);

describe('a sample of cases', () => {
  it('has languages evenly, and styles as evenly as there is room', () => {
    const sample = sampleOf(CASES, 14);
    expect(countsOf(sample, 'language')).toEqual([7, 7]);
    expect(countsOf(sample, 'style').sort()).toEqual([4, 4, 6]);
    expect(new Set(sample).size).toBe(14);
  });

  it('is the same whatever the order in which the cases come, and grows by adding', () => {
    const ids = (sample: readonly { readonly id: string }[]) => sample.map(({ id }) => id);
    expect(ids(sampleOf([...CASES].reverse(), 14))).toEqual(ids(sampleOf(CASES, 14)));
    expect(ids(sampleOf(CASES, 20)).slice(0, 14)).toEqual(ids(sampleOf(CASES, 14)));
  });

  it('is all of them where there are no more', () => {
    expect(sampleOf(CASES, 99)).toHaveLength(CASES.length);
    expect(sampleOf([], 3)).toEqual([]);
    expect(sampleOf([{ id: 'a' }, { id: 'b' }], 1)).toHaveLength(1);
  });
});
