import { ASPECTS } from '../passage';
import { shippedQuestions } from './questions';

describe('the questions that the search learns by', () => {
  const { asked, outside } = shippedQuestions();

  it('are of both languages and of every aspect', () => {
    for (const language of ['en', 'zh']) {
      const inLanguage = asked.filter((question) => question.language === language);
      for (const aspect of ASPECTS)
        expect(inLanguage.filter((question) => question.aspect === aspect).length).toBeGreaterThan(250);
      expect(outside.filter((question) => question.language === language).length).toBeGreaterThan(1_000);
    }
  });

  it('are each written once, and none is both answered and outside', () => {
    const texts = [...asked, ...outside].map(({ text }) => text);
    expect(texts.filter((text, place) => texts.indexOf(text) !== place || text.trim() === '')).toEqual([]);
  });
});
