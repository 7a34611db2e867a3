import { readText } from '../segment/read-text';
import { SHORTHAND_ROWS } from './shorthand';

const wordsOf = (text: string): string[] => readText(text).tokens.map((token) => token.text);

describe('shorthand', () => {
  it.each(SHORTHAND_ROWS.map(({ example, as }) => [example, as]))('%s is read as %s', (example, as) => {
    expect(wordsOf(example)).toEqual(wordsOf(as));
  });

  it.each(
    SHORTHAND_ROWS.filter(({ pattern }) => pattern.includes('/')).map(({ pattern, reads }) => [
      /\[(.*)\]/.exec(pattern)?.[1]?.replaceAll(/[ &]/g, '') ?? '',
      reads,
    ]),
  )('%s has a letter or mark for each word', (written, reads) => {
    expect(wordsOf(reads).length).toBeLessThanOrEqual(written.length);
  });

  it('stands where it was written', () => {
    const text = 'Fever, n/v for a day.';
    const { tokens, source } = readText(text);
    const vomiting = tokens.find((token) => token.text === 'vomiting');
    expect(source.toOriginal(vomiting?.start ?? 0, vomiting?.end ?? 0)).toEqual({ start: 9, end: 10 });
  });

  it('is quoted as a whole where one sign stands for several words', () => {
    const { tokens, source } = readText('Weak LLE today.');
    const leg = tokens.find((token) => token.text === 'leg');
    expect(source.toOriginal(leg?.start ?? 0, leg?.end ?? 0)).toEqual({ start: 5, end: 8 });
  });

  it.each([
    ['ha ha, she laughed', 'headache'],
    ['Anti-HA antibodies.', 'headache'],
    ['SI joints tender.', 'suicidal'],
    ['Abd to 70 limited.', 'abdominal'],
    ['D/c home today.', 'discharge'],
    ['SHE HAS BEEN UNWELL AND LATER IT TURNED OUT THAT HA HA', 'headache'],
  ])('is not read in: %s', (text, word) => {
    expect(wordsOf(text)).not.toContain(word);
  });
});
