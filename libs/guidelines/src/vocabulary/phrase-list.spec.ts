import fc from 'fast-check';
import { PhraseList } from './phrase-list';

const words = (text: string) => text.split(' ').map((key) => ({ key }));
const phrases = (given: readonly (readonly [string, number])[]) =>
  new PhraseList(given.map(([text, meaning]) => [text.split(' '), meaning] as const));

describe('PhraseList', () => {
  const list = phrases([
    ['heart failure', 1],
    ['heart', 2],
    ['failure to thrive', 3],
    ['heart failure', 4],
    ['heart failure', 1],
  ]);

  it('finds the longest phrase that begins at a place', () => {
    expect(list.longestAt(words('a heart failure'), 1)).toEqual({ length: 2, meanings: [1, 4] });
    expect(list.longestAt(words('heart attack'), 0)).toEqual({ length: 1, meanings: [2] });
  });

  it('finds nothing where a text ends within a phrase or no phrase begins', () => {
    expect(list.longestAt(words('failure to'), 0)).toEqual({ length: 0, meanings: [] });
    expect(list.longestAt(words('heart failure'), 2)).toEqual({ length: 0, meanings: [] });
    expect(phrases([]).longestAt(words('heart'), 0)).toEqual({ length: 0, meanings: [] });
  });

  it('finds what a look at each phrase finds', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.nat(3)), { maxLength: 30 }), text, (given, told) => {
        const beginning = given.filter(([phrase]) => `${told} `.startsWith(`${phrase} `));
        const length = Math.max(0, ...beginning.map(([phrase]) => words(phrase).length));
        const meanings = beginning
          .filter(([phrase]) => words(phrase).length === length)
          .map(([, one]) => one);
        expect(phrases(given).longestAt(words(told), 0)).toEqual({
          length,
          meanings: [...new Set(meanings)],
        });
      }),
    );
  });
});
