import fc from 'fast-check';
import { type Block } from '../document';
import { LONGEST_PASSAGE, splitBlocks } from './split-blocks';

const heading = (level: number, text: string): Block => ({ level, text });
const body = (text: string, page?: number): Block => ({ text, ...(page !== undefined && { page }) });
const SENTENCE = 'Give oxygen to everybody with a saturation below 92% on air. ';

describe('splitBlocks', () => {
  it('names each passage by the headings above it', () => {
    const blocks = [
      body('Preface.'),
      heading(1, 'Asthma'),
      heading(3, 'Oxygen'),
      body('a'),
      heading(2, 'Drugs'),
      body('b'),
    ];
    expect(splitBlocks(blocks)).toEqual([
      { section: '', text: 'Preface.' },
      { section: 'Asthma › Oxygen', text: 'a' },
      { section: 'Asthma › Drugs', text: 'b' },
    ]);
  });

  it('keeps paragraphs together as far as they fit, and gives the page on which a passage begins', () => {
    const long = SENTENCE.repeat(12).trim();
    const passages = splitBlocks([body('Short.', 3), body(long, 3), body(long, 4)]);
    expect(passages.map(({ page }) => page)).toEqual([3, 4]);
    expect(passages[0]?.text).toBe(`Short.\n${long}`);
  });

  it('cuts a long paragraph between sentences, a Chinese one as well', () => {
    for (const [sentence, limit] of [
      [SENTENCE, LONGEST_PASSAGE.en],
      ['重症患者应立即吸氧，并雾化吸入沙丁胺醇。', LONGEST_PASSAGE.zh],
    ] as const) {
      const passages = splitBlocks([body(sentence.repeat(60).trim())]);
      expect(passages.length).toBeGreaterThan(1);
      for (const { text } of passages) {
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(text.endsWith(sentence.trim())).toBe(true);
      }
    }
  });

  it('shows of a long way down its end', () => {
    const path = [1, 2, 3].map((level) => heading(level, `${String(level)}${'x'.repeat(149)}`));
    expect(splitBlocks([...path, body('a')])[0]?.section).toBe(`3${'x'.repeat(149)}`);
  });

  it('loses no word, and makes no passage too long', () => {
    const words = fc.stringMatching(/^[a-z。. 😷]{1,900}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 6 })), words)), (given) => {
        const blocks = given.map(([level, text]): Block => ({ text, ...(level !== null && { level }) }));
        const passages = splitBlocks(blocks);
        const letters = (texts: readonly string[]): string => texts.join('').replace(/[^a-z]/g, '');
        const told = blocks.filter(({ level }) => level === undefined).map(({ text }) => text);
        expect(letters(passages.map(({ text }) => text))).toBe(letters(told));
        for (const { text, section } of passages) {
          expect(text.length).toBeLessThanOrEqual(LONGEST_PASSAGE.en);
          expect((text + section).isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
