import fc from 'fast-check';
import { anyList, listOf, withShuffled } from '../../test/lists';
import { type ChoiceAnswer, type ErrorAnswer, ERROR_KINDS } from '../answers/answer';
import { differentialTally } from './differential-tally';
import { choiceTally, errorTally, mergeTallies, type Tally } from './tally';

const choices: fc.Arbitrary<ChoiceAnswer> = fc.record({
  kind: fc.constant('choice' as const),
  optionIds: fc.subarray(['ct', 'd-dimer', 'no-test-yet'], { minLength: 1 }),
});
const errors: fc.Arbitrary<ErrorAnswer> = fc.record({
  kind: fc.constant('error' as const),
  lineId: fc.constantFrom('l1', 'l2'),
  errorKind: fc.constantFrom(...ERROR_KINDS),
});

/** Counted by parts in any order, a tally is that of the whole. */
function holdsTheLaws<Row>(row: fc.Arbitrary<Row>, tallyOf: (rows: Row[]) => Tally): void {
  const parts = withShuffled(fc.array(row, { maxLength: 30 })).chain(({ inOrder, shuffled }) =>
    fc.record({
      inOrder: fc.constant(inOrder),
      shuffled: fc.constant(shuffled),
      cut: fc.nat(inOrder.length),
    }),
  );
  fc.assert(
    fc.property(parts, ({ inOrder, shuffled, cut }) => {
      const whole = tallyOf(inOrder);
      const [one, two] = [tallyOf(shuffled.slice(0, cut)), tallyOf(shuffled.slice(cut))];
      expect(tallyOf(shuffled)).toEqual(whole);
      expect(mergeTallies(one, two)).toEqual(whole);
      expect(mergeTallies(two, one)).toEqual(whole);
    }),
  );
}

describe('a tally', () => {
  it('of parts is the tally of the whole, in any order', () => {
    holdsTheLaws(anyList, differentialTally);
    holdsTheLaws(choices, choiceTally);
    holdsTheLaws(errors, errorTally);
  });

  it('equals its rows', () => {
    fc.assert(
      fc.property(fc.array(anyList, { maxLength: 30 }), (lists) => {
        const tally = differentialTally(lists);
        expect(tally.answered).toBe(lists.length);
        const points = tally.diseases.reduce((sum, row) => sum + row.points, tally.other.points);
        expect(points).toBe(100 * lists.length);
        for (const row of tally.diseases) {
          const given = lists.flatMap(({ points }) => points.get(row.diseaseId) ?? []);
          expect(row.named).toBe(given.length);
          expect(row.points).toBe(given.reduce((sum, one) => sum + one, 0));
          const inBin = (bin: number) => given.filter((one) => one >= 5 * bin && one < 5 * bin + 5).length;
          expect(row.histogram).toEqual(row.histogram.map((_, bin) => inBin(bin)));
        }
      }),
    );
  });

  it('counts first places that nobody shares', () => {
    const { diseases } = differentialTally([
      listOf({ a: 50, b: 20, c: 10 }),
      listOf({ a: 40, b: 40, c: 10 }),
      listOf({ b: 50, a: 20, c: 10 }),
      listOf({ a: 5, b: 4, c: 1 }),
    ]);
    expect(diseases.map(({ diseaseId, first }) => [diseaseId, first])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 0],
    ]);
  });

  it('of nobody is empty', () => {
    expect(differentialTally([])).toMatchObject({ answered: 0, diseases: [], other: { points: 0 } });
  });

  it('of one task is not merged with that of another', () => {
    const one: Tally = choiceTally([]);
    expect(() => mergeTallies<Tally>(one, errorTally([]))).toThrow(TypeError);
  });
});
