import { readText } from '../segment/read-text';
import { WordsAround } from './words-around';

const around = (text: string, from: number, to: number): number[] => {
  const { tokens, sentences } = readText(text);
  const sentence = sentences.find((each) => each.from <= from && from < each.to);
  if (sentence === undefined) throw new Error('no sentence there');
  const words = new WordsAround(tokens);
  return [...words.inSentence(sentence, { from, to }), ...words.about(sentence)];
};
const shared = (one: readonly number[], other: readonly number[]): number =>
  one.filter((word) => other.includes(word)).length;

describe('WordsAround', () => {
  it('tells the same words before a finding from those behind it', () => {
    const before = around('her neighbour coughs', 2, 3);
    const behind = around('coughs her neighbour', 0, 1);
    expect(shared(before, behind)).toBeLessThan(before.length / 2);
  });

  it('takes all numbers for one word', () => {
    expect(around('cough for 3 weeks', 0, 1)).toEqual(around('cough for 12 weeks', 0, 1));
  });

  it('says each word once', () => {
    const words = around('no, no, no, no cough, no, no', 7, 8);
    expect(new Set(words).size).toBe(words.length);
  });
});
