import { compiledOnce } from '@openrounds/testing';
import { symptom, VOCABULARY } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

/** What a concept tells is measured by how many findings there are that it does not tell. */
const OTHERS = Array.from({ length: 90 }, (_, index) => {
  const letters = String.fromCharCode(97 + (index % 10), 97 + Math.floor(index / 10));
  return symptom(`other-${letters}`, `zor${letters} qun${letters}`, `其他${letters}`);
});

const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings,
    ...OTHERS,
    symptom('soaked-bed', 'Sweat-soaked bedclothes', '汗湿被褥', {
      synonyms: { en: ['pillow soaked by sweat', 'mattress soaked by sweat'], zh: ['枕巾被汗湿透'] },
    }),
    symptom('leaking-roof', 'Leaking roof', '漏雨', { synonyms: { en: ['pillow soaked by rain'], zh: [] } }),
  ],
});

const read = (text: string): string[] =>
  understandText(text, undefined, vocabulary).findings.map(
    ({ findingId, presence = '', certainty }) => `${findingId} ${presence} ${String(certainty)}`,
  );
const ALIKE = 'soaked-bed present 0.93';

describe('reading by likeness', () => {
  it.each([
    [
      'words in another order, and others between them',
      'Sweat, and by the morning my pillow was quite soaked.',
    ],
    ['Chinese words that stand apart', '汗很多，换了两身衣服，后来枕巾也湿透了'],
  ])('reads %s, with less certainty', (_, text) => {
    expect(read(text)).toContain(ALIKE);
  });

  it('leaves what is denied, of another person, or told by what another finding has too', () => {
    expect(read('No sweat, and my pillow is not soaked.')).not.toContain(ALIKE);
    expect(read("It is my brother's sweat that has his pillow soaked.")).not.toContain(ALIKE);
    expect(read('My pillow got soaked.').join(' ')).not.toMatch(/soaked-bed|leaking-roof/);
  });

  it('lists the words that it took up as read', () => {
    const { unmatched } = understandText('Sweat, and my pillow was quite soaked.', undefined, vocabulary);
    expect(unmatched.map(({ quote }) => quote).join(' ')).not.toMatch(/pillow|soaked/);
  });

  it('gives way to what the text says of the finding in so many words', () => {
    const text = 'No sweat-soaked bedclothes last week. Sweat, and now my pillow was quite soaked.';
    expect(read(text)).not.toContain(ALIKE);
  });
});
