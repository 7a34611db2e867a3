import { readText } from '../segment/read-text';
import { Archive, writeArchive } from '../vocabulary/stored/archive';
import { aroundParts, storedAround } from '../vocabulary/stored/stored-around';
import { AROUND, NOTHING_LEARNT, wordsAround } from './words-around';

const around = (text: string, from: number, to: number): number[] => {
  const { tokens, sentences } = readText(text);
  const sentence = sentences.find((each) => each.from <= from && from < each.to);
  if (sentence === undefined) throw new Error('no sentence there');
  return wordsAround(tokens, sentence, { from, to });
};
const shared = (one: readonly number[], other: readonly number[]): number =>
  one.filter((word) => other.includes(word)).length;

describe('wordsAround', () => {
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

describe('what is learnt of words, as it is stored', () => {
  const open = (learnt: Parameters<typeof aroundParts>[0]) =>
    storedAround(new Archive(writeArchive(aroundParts(learnt))));

  it('takes every finding for present where nothing is learnt, and not so surely that it refutes a cue or a heading', () => {
    const [present = 0, absent = 0] = open(NOTHING_LEARNT).probabilities([1, 2, 3]);
    expect(absent).toBeLessThan(0.25);
    expect(present / absent).toBeGreaterThan(3);
    expect(present / absent).toBeLessThan(5);
  });

  it('weighs the words that it knows, and passes over the others', () => {
    const told = AROUND.map((said) => (said === 'family' ? 3 : -1));
    const { probabilities } = open({ bias: AROUND.map(() => 0), words: new Map([[77, told]]) });
    const known = probabilities([77, 78, 4_294_967_295]);
    expect(known[AROUND.indexOf('family')]).toBeGreaterThan(0.85);
    expect(known.reduce((sum, part) => sum + part)).toBeCloseTo(1, 12);
    expect(probabilities([78])).toEqual(AROUND.map(() => 1 / AROUND.length));
  });
});
