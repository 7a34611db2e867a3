import { parse } from 'gift-pegjs';
import { HOSTILE, ITEMS } from '../../test/items.fixture';
import { writeQuestions } from '../write-questions';

const giftOf = (items: Parameters<typeof writeQuestions>[0], language: 'en' | 'zh' = 'en') =>
  String(writeQuestions(items, 'gift', language).files['questions.gift.txt']);
const read = (text: string) => parse(text).filter(({ type }) => type !== 'Category');
/** A text as the reader gives it: it makes one space of several. */
const spaced = (text: string) => text.replace(/\s+/g, ' ');

describe('GIFT, read back', () => {
  it('has every kind of question that it can hold, under its id', () => {
    const questions = read(giftOf(Object.values(ITEMS)));
    expect(questions.map(({ id, type }) => [id, type])).toEqual([
      ['or-single', 'MC'],
      ['or-several', 'MC'],
      ['or-numeric', 'Numerical'],
      ['or-short', 'Short'],
      ['or-matching', 'Matching'],
      ['or-differential', 'Essay'],
    ]);
  });

  it('keeps the key, the reasons and every character of a text', () => {
    const [question] = read(giftOf([ITEMS.single]));
    expect(question).toMatchObject({
      title: 'One',
      stem: { format: 'plain', text: 'A woman of 58.\nShe is short of breath.\n\nWhich?' },
      globalFeedback: { text: 'Look at the calf.' },
      choices: [
        { isCorrect: false, text: { text: 'Pneumonia' }, feedback: { text: 'It hurts the same way.' } },
        { isCorrect: true, text: { text: 'Pulmonary embolism' } },
        { isCorrect: false, text: { format: 'plain', text: spaced(HOSTILE) } },
      ],
    });
  });

  it('gives each right one of several its share, and each wrong one the same less', () => {
    const [question] = read(giftOf([ITEMS.several]));
    expect(question).toMatchObject({
      choices: [33.33333, 33.33333, 33.33333, -33.33333, -33.33333].map((weight) => ({ weight })),
    });
  });

  it('keeps a number with its tolerance, and the pairs', () => {
    const [number, pairs] = read(giftOf([ITEMS.numeric, ITEMS.matching], 'zh'));
    expect(number).toMatchObject({ choices: { type: 'range', number: 138.5, range: 0.5 } });
    expect(pairs).toMatchObject({
      matchPairs: [
        { subquestion: { text: '甲 → 乙' }, subanswer: '一' },
        { subquestion: { text: '丙' }, subanswer: '二' },
        { subquestion: { text: '丁' }, subanswer: '三' },
      ],
    });
  });

  it('tells a question in the language that it has', () => {
    const { response, ...rest } = ITEMS.numeric;
    const english = { ...rest, title: { en: 'Number' }, ask: { en: 'How much?' }, response };
    expect(read(giftOf([english], 'zh'))).toMatchObject([{ title: 'Number' }]);
  });
});
