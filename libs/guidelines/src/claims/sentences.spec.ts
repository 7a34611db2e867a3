import { sentencesOf } from './sentences';

describe('sentencesOf', () => {
  it.each([
    ['One. Two; three?', ['One.', 'Two;', 'three?']],
    ['Glucose of 2.2 mmol/L is low. Act.', ['Glucose of 2.2 mmol/L is low.', 'Act.']],
    ['先降眼压；再激光。', ['先降眼压；', '再激光。']],
    ['"It has gone." It has not', ['"It has gone."', 'It has not']],
    ['  ', []],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(sentences);
  });
});
