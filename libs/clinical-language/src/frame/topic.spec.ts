import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { type Atom } from '../recognise/atoms';
import { withTopic } from './topic';

/** What the words of these texts say, and nothing else. */
const MEANINGS: Readonly<Record<string, string>> = {
  knee: 'sites:knee',
  back: 'sites:back',
  ear: 'sites:ear',
  swollen: 'heads:swelling',
  with: 'times:with-food',
  耳: 'sites:ear',
  鼻: 'sites:nose',
  痒: 'heads:itch',
  雨: 'objects:rain',
};

/** What is said in each sentence, with the word that says it in brackets where it is taken up. */
function saidIn(...texts: readonly string[]): string[][] {
  const tokens = tokenise(normalise(texts.join('\n')));
  const ends = tokens.flatMap(({ kind }, at) => (kind === 'line-end' ? [at] : []));
  const sentences = [...ends, tokens.length].map((to, index) => ({
    from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1,
    to,
  }));
  const atoms = sentences.map(({ from, to }) =>
    tokens.slice(from, to).flatMap(({ text }, index): Atom[] => {
      const meaning = MEANINGS[text];
      return meaning === undefined ? [] : [{ from: from + index, to: from + index + 1, features: [meaning] }];
    }),
  );
  const known = new Set(atoms.flat());
  return withTopic(tokens, sentences, atoms).map((said) =>
    said.map((atom) => {
      const word = atom.to > atom.from ? (tokens[atom.from]?.text ?? '') : '';
      return known.has(atom) ? atom.features.join() : `${word}(${atom.features.join()})`;
    }),
  );
}

describe('withTopic', () => {
  it('takes up the part of the body that was named last by a pronoun', () => {
    expect(saidIn('My knee went on Monday', 'It is swollen')).toEqual([
      ['sites:knee'],
      ['it(sites:knee)', 'heads:swelling'],
    ]);
    expect(saidIn('The knee is hot and it is swollen')).toEqual([
      ['sites:knee', 'it(sites:knee)', 'heads:swelling'],
    ]);
  });

  it('takes up nothing where another is named, or the pronoun is what something is done with', () => {
    expect(saidIn('My knee went', 'It is my ear')[1]).toEqual(['sites:ear']);
    expect(saidIn('My knee went', 'I left it swollen')[1]).toEqual(['heads:swelling']);
  });

  it('leaves nothing out that begins with a word that divides', () => {
    expect(saidIn('My knee is swollen with food')).toEqual([
      ['sites:knee', 'heads:swelling', 'times:with-food'],
    ]);
  });

  it('takes up what is a thing alone: nobody speaks of the back in "came back"', () => {
    expect(saidIn('The pain came back', 'It is swollen')[1]).toEqual(['heads:swelling']);
  });

  it('takes up nothing that was named long before', () => {
    expect(saidIn('My knee went', 'So', 'Then', 'Well', 'It is swollen')[4]).toEqual(['heads:swelling']);
  });

  it('says in Chinese again what is left out, where something is wrong', () => {
    expect(saidIn('右耳进水，痒')).toEqual([['sites:ear', '(sites:ear)', 'heads:itch']]);
    expect(saidIn('右耳进水，雨')).toEqual([['sites:ear', 'objects:rain']]);
    expect(saidIn('右耳进水，鼻痒')).toEqual([['sites:ear', 'sites:nose', 'heads:itch']]);
  });

  it('goes on in Chinese about what a phrase begins with, and not about what it names besides', () => {
    expect(saidIn('雨进了耳，痒')).toEqual([['objects:rain', 'sites:ear', 'heads:itch']]);
  });
});
