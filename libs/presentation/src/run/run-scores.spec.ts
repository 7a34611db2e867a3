import { type CodedScore } from '@openrounds/contracts';
import { tinyBundleWithScore } from '@openrounds/testing';
import { runScores } from './run-scores';

const KEPT: CodedScore = {
  scoreId: 'made-up-score',
  inputs: { 'pleuritic-pain': true, age: 70 },
  result: { min: 3, max: 9, missing: ['leg-swelling'] },
};

describe('runScores', () => {
  const bundle = tinyBundleWithScore();

  it('puts a kept score into words and leaves its numbers as they were computed', () => {
    const [score] = runScores([KEPT], bundle, 'en');
    expect(score).toMatchObject({
      scoreId: 'made-up-score',
      value: { min: 3, max: 9 },
      missing: ['leg-swelling'],
    });
    expect(score?.inputs).toContainEqual({ id: 'pleuritic-pain', name: 'Pain on breathing', value: true });
    expect(score?.inputs.find(({ id }) => id === 'leg-swelling')?.value).toBeNull();
  });

  it('has no words for a score that the knowledge version lacks', () => {
    expect(runScores([{ ...KEPT, scoreId: 'no-such-score' }], bundle, 'en')).toEqual([]);
  });
});
