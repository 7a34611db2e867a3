import { faultWords } from './fault-words';

describe('the words of a fault', () => {
  it.each([
    ['/content', 'encrypted', 'encrypted'],
    ['/title', 'title-missing', 'title-missing'],
    ['/query/inRegion', 'invalid-format', 'region'],
    ['/year', 'invalid-type', 'year'],
    ['/licence', 'too-small', 'missing'],
    ['/source', 'too-big', 'too-big'],
    ['/licence', 'control-characters', undefined],
  ])('at %s for %s are %s', (pointer, code, words) => {
    expect(faultWords({ pointer, code, message: '' })).toBe(words);
  });
});
