import { tokenise } from './tokens';
import { normalise } from './normalise';
import { respell, Spelling, spellingWords } from './spelling';

/** As the stored index answers, from the words themselves. */
function spellingOf(words: readonly string[]): Spelling {
  const { known, stems, neighbours } = spellingWords(words);
  return new Spelling({
    knows: (word) => known.has(word),
    knowsStem: (stem) => stems.has(stem),
    near: (left) => neighbours.get(left) ?? [],
  });
}

const spelling = spellingOf([
  'diarrhoea',
  'palpitations',
  'headache',
  'dyspnoea',
  'haematuria',
  'haematemesis',
  'vomiting',
  'hypotension',
  'hypertension',
  'evacuation',
  'the',
  'pneumonia',
]);

describe('a word with a slip', () => {
  it.each([
    ['diarrhoae', 'diarrhoea'],
    ['palpitatons', 'palpitations'],
    ['palipitatons', 'palpitations'],
    ['haedache', 'headache'],
    ['haematemisis', 'haematemesis'],
    ['pnuemonia', 'pneumonia'],
  ])('%s is %s', (written, meant) => {
    expect(spelling.meant(written)).toBe(meant);
  });

  it.each([
    'vomiting',
    'vomits',
    'headaches',
    'evaluation',
    'hypotention of sorts',
    'fever',
    'xiarrhoea',
    '',
  ])('%s is left alone', (written) => {
    expect(spelling.meant(written)).toBeUndefined();
  });

  it('keeps a word that lies between two', () => {
    expect(spellingOf(['hypertension', 'hypotension']).meant('hypertention')).toBe('hypertension');
    expect(spellingOf(['nephritis', 'nephrosis']).meant('nephrisis')).toBeUndefined();
  });

  it('changes what is looked up, not what stands in the text', () => {
    const tokens = tokenise(normalise('The diarrhoae.'));
    const [, word] = respell(tokens, spelling);
    expect(word).toMatchObject({ text: 'diarrhoae', start: 4, end: 13 });
    expect(word?.key).toBe(tokenise(normalise('diarrhoea'))[0]?.key);
  });

  it('reads a wrong word that is repeated to the end', () => {
    const tokens = tokenise(normalise('diarrhoae '.repeat(2000)));
    expect(respell(tokens, spelling)).toHaveLength(2000);
  });

  it('leaves a run of letters alone that no word is as long as', () => {
    expect(spelling.meant('a'.repeat(20_000))).toBeUndefined();
  });
});
