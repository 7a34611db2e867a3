import { spread } from './spread';

describe('spread', () => {
  it('takes some from all over a list, in its order', () => {
    expect(spread([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3)).toEqual([1, 4, 7]);
    expect(spread([1, 2, 3, 4], 3)).toEqual([1, 2, 3]);
  });

  it('takes all where there are few', () => {
    expect(spread([1, 2], 3)).toEqual([1, 2]);
    expect(spread([], 3)).toEqual([]);
  });
});
