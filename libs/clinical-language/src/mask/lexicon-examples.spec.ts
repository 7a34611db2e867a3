import { identifiersIn } from './identifiers';
import { examplesOfLexicon } from './mask-lexicon';

/** An example without its marks, and where what they enclose stands. */
function unmarked(example: string): { text: string; marked: string[] } {
  return {
    text: example.replace(/[⟨⟩]/gu, ''),
    marked: Array.from(example.matchAll(/⟨([^⟩]*)⟩/gu), ([, inside = '']) => inside),
  };
}

describe('the lexicon of masking', () => {
  it.each(examplesOfLexicon().map((example) => [example]))('%s', (example) => {
    const { text, marked } = unmarked(example);
    const points = Array.from(text);
    const masked = identifiersIn(text).map(({ start, end }) => points.slice(start, end).join(''));
    expect(masked).toEqual(marked);
  });
});
