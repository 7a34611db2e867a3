import { nthId } from './nth-id';

describe('the n-th id of a request', () => {
  it.each([
    ['01a1f85e-fb07-783b-9f5a-04b32bd29fb7', 0, '01a1f85e-fb07-783b-9f5a-04b32bd29fb7'],
    ['01a1f85e-fb07-783b-9f5a-04b32bd29fb7', 200, '01a1f85e-fb07-783b-9f5a-04b32bd2a07f'],
    ['01a1f85e-fb07-783b-9f5a-ffffffffffff', 1, '01a1f85e-fb07-783b-9f5a-000000000000'],
  ])('%s + %d', (first, n, expected) => {
    expect(nthId(first, n)).toBe(expected);
  });
});
