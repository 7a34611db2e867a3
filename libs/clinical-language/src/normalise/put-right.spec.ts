import { readText } from '../segment/read-text';

const wordsOf = (text: string): string =>
  readText(text)
    .tokens.map(({ text: word }) => word)
    .join(' ');

describe('numbers that are put right in speaking', () => {
  it.each([
    ['pulse ninety no ninety six', 'pulse ninety six'],
    ['baby now seven, no, eight weeks old', 'baby now eight weeks old'],
    ['three fifths comma no four fifths palpable', 'four fifths palpable'],
    ['sodium one thirty two no one twenty two', 'sodium one twenty two'],
    ['temperature 39.2, pulse 90 no 96, rusty sputum', 'temperature 39.2 , pulse 96 , rusty sputum'],
    ['haemoglobin 90 correction 89', 'haemoglobin 89'],
    ['体温三十八度 不对 三十九度', '体 温 三 十 九 度'],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toBe(expected);
  });

  it.each([
    'haemoglobin ninety no one at home is ill',
    'cough for three days no fever for two days',
    'no two attacks were the same',
    'cough for three days no better',
    'score 8 no pain',
  ])('leaves %s', (text) => {
    expect(wordsOf(text)).toBe(text);
  });
});
