import { normalise } from './normalise';
import { joinSpeltLetters } from './spelt-letters';
import { tokenise } from './tokens';

const joined = (text: string): string[] =>
  joinSpeltLetters(tokenise(normalise(text))).map(({ text: word }) => word);

describe('letters that were spelt', () => {
  it.each([
    ['C R P eleven', ['crp', 'eleven']],
    ['c r p was ninety', ['crp', 'was', 'ninety']],
    ['h b a one c seventy', ['hba1c', 'seventy']],
    ['c t abdomen', ['ct', 'abdomen']],
    ['C.R.P. 90', ['crp', '90']],
  ])('%s are one word where that is an abbreviation', (text, words) => {
    expect(joined(text)).toEqual(words);
  });

  it.each([
    '45 M w/ pain',
    '58 M c/o pain',
    'G 2 P 2',
    'vitamin B a day',
    'N/V x 4',
    'q z j',
    'P.R',
    'J.R.R. Patel',
  ])('%s stays as it is written', (text) => {
    const tokens = tokenise(normalise(text));
    expect(joinSpeltLetters(tokens)).toEqual(tokens);
  });

  it('covers all its letters', () => {
    const [token] = joinSpeltLetters(tokenise(normalise('E S R thirty')));
    expect(token).toMatchObject({ text: 'esr', start: 0, end: 5, capitals: true });
  });
});
