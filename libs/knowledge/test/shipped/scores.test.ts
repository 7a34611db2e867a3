import { evaluateScore, type ScoreValues } from '@openrounds/ddx-engine';
import fc from 'fast-check';
import { shippedBundle } from '../../../../test/support/shipped';
import { exampleFault } from '../../src/check/rules/score-examples';
import { type Score, type ScoreInputEntry } from '../../src/schema/score';

const { scores } = shippedBundle();
const perScore = scores.map((score) => [score.id, score] as const);

const valueOf = (input: ScoreInputEntry): fc.Arbitrary<boolean | number | string> => {
  switch (input.type) {
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...input.options.map(({ id }) => id));
    case 'number': {
      const [min, max] = input.range;
      return input.whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
    }
  }
};

/** Full sets of inputs, and which of them to forget. */
const casesOf = (score: Score) =>
  fc.tuple(
    fc.record(Object.fromEntries(score.inputs.map((input) => [input.id, valueOf(input)]))),
    fc.subarray(score.inputs.map(({ id }) => id)),
  );

const without = (values: ScoreValues, ids: readonly string[]): ScoreValues => ({
  ...values,
  ...Object.fromEntries(ids.map((id) => [id, null])),
});

describe('the scores of the knowledge base', () => {
  it('are there', () => {
    expect(scores.length).toBeGreaterThanOrEqual(33);
  });

  it.each(
    perScore.flatMap(([id, score]) =>
      score.examples.map((example, index) => [id, index, score, example] as const),
    ),
  )('%s comes out as worked by hand (%i)', (_id, _index, score, example) => {
    expect(exampleFault(score, example)).toBeUndefined();
  });

  it.each(perScore)(
    '%s has at least four examples, one of them with inputs missing',
    (_id, { examples, inputs }) => {
      const complete = examples.filter((example) => Object.keys(example.inputs).length === inputs.length);
      expect(complete.length).toBeGreaterThanOrEqual(4);
      expect(examples.length).toBeGreaterThan(complete.length);
    },
  );

  it.each(perScore)('%s is finite, and never leaves a possible value out of its range', (_id, score) => {
    fc.assert(
      fc.property(casesOf(score), ([values, forgotten]) => {
        const full = evaluateScore(score, values);
        const value = 'value' in full ? full.value : Number.NaN;
        const open = evaluateScore(score, without(values, forgotten));
        const [lo, hi] = 'value' in open ? [open.value, open.value] : [open.min, open.max];
        const rounding = 1e-9 * Math.max(1, Math.abs(value));
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(lo - rounding);
        expect(value).toBeLessThanOrEqual(hi + rounding);
      }),
      { numRuns: 50 },
    );
  });
});
