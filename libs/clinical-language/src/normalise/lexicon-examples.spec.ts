import { type Token } from '../model/token';
import { phraseKeys } from './phrases';
import { normalise } from './normalise';
import { expandLetters, isPartOfOtherCompound, OTHER_SENSE_ROWS } from './other-senses';
import { SAME_WORDS, unifyEnglishWords, unifyHanWords } from './same-words';
import { tokenise } from './tokens';

const read = (text: string): Token[] => unifyEnglishWords(unifyHanWords(tokenise(normalise(text))));
const keys = (text: string): string[] =>
  read(text).flatMap(({ key }) => (key === '' || key === '-' ? [] : [key]));
const pairs = <T extends { readonly example: string }>(rows: readonly T[]): [string, T][] =>
  rows.map((row) => [row.example, row]);

describe('words that mean something else beside others', () => {
  it.each(pairs(OTHER_SENSE_ROWS.marked))('a key of its own: %s', (text, { as }) => {
    expect(keys(text)).toContain(as);
  });

  it.each(pairs(OTHER_SENSE_ROWS.letters))('letters: %s', (text, { as }) => {
    const told = expandLetters(tokenise(normalise(text))).filter(({ silent }) => silent !== true);
    expect(told.map((token) => token.text).join(' ')).toBe(as);
  });

  it.each(pairs(OTHER_SENSE_ROWS.compounds))('another thing: %s', (text) => {
    const [, before = '', word = '', after = ''] = /^(.*)\[(.*)\](.*)$/u.exec(text) ?? [];
    const tokens = read(before + word + after);
    const from = tokenise(normalise(before)).length;
    const to = from + tokenise(normalise(word)).length;
    expect(isPartOfOtherCompound(tokens, from, to)).toBe(true);
    const alone = read(word);
    expect(isPartOfOtherCompound(alone, 0, alone.length)).toBe(false);
  });
});

describe('words of one class', () => {
  const classes = Object.values(SAME_WORDS).flatMap(({ parts, complaints, qualities }) => [
    ...parts,
    ...complaints,
    ...qualities,
  ]);

  it('have every word in one class only', () => {
    const words = classes.flat();
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it.each(classes)('%s is looked up as the others are', (first, ...others) => {
    for (const other of others) expect(keys(other)).toEqual(keys(first));
  });

  it.each(Object.values(SAME_WORDS).flatMap(({ whole }) => whole))('%s stays whole', (word) => {
    expect(read(word).some(({ silent }) => silent === true)).toBe(false);
    expect(
      read(word)
        .map(({ key }) => key)
        .filter((key) => key !== '-'),
    ).toEqual(phraseKeys(word));
  });

  it.each(Object.values(SAME_WORDS).flatMap(({ before }) => before.map(({ example }) => example)))(
    '$text is $as, unlike $unlike',
    ({ text, as, unlike }) => {
      expect(keys(text)).toEqual(keys(as));
      expect(keys(unlike)).not.toContain(keys(as)[0]);
    },
  );
});
