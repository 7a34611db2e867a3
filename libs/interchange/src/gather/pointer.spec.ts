import { below, inDocumentOrder } from './pointer';

describe('below', () => {
  it('escapes as RFC 6901 says', () => {
    expect(below('/entry', 3, 'a/b~c')).toBe('/entry/3/a~1b~0c');
  });
});

describe('inDocumentOrder', () => {
  it('counts numbers as numbers, and a parent before what it holds', () => {
    const pointers = ['/rows/10', '/rows/2/value', '/header/1', '/rows/2', ''];
    expect(pointers.toSorted(inDocumentOrder)).toEqual([
      '',
      '/header/1',
      '/rows/2',
      '/rows/2/value',
      '/rows/10',
    ]);
  });
});
