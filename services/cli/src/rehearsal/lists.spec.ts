import { seededRandom } from '@openrounds/evaluation';
import { answerIssues, type DifferentialAnswer } from '@openrounds/learning';
import fc from 'fast-check';
import { randomList } from './lists';

const IDS = Array.from({ length: 30 }, (_, index) => `disease-${String(index)}`);

describe('a list that a phone commits', () => {
  it('is always one that a room takes', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const answer = randomList(IDS, seededRandom(seed)) as DifferentialAnswer;
        expect(answerIssues(answer, { task: 'differential' }, (id) => IDS.includes(id))).toEqual([]);
      }),
    );
  });

  it('differs from phone to phone', () => {
    const random = seededRandom(1);
    const lists = Array.from({ length: 20 }, () => JSON.stringify(randomList(IDS, random)));
    expect(new Set(lists).size).toBe(20);
  });
});
