import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { listOf, listOver } from '../../test/lists';
import { brierScore, isRight, keyPoints, logScore, scoreOf } from './score';
import { type CaseKey, type StatedList } from './stated-list';

const keyOf = (diagnosis: string, ...acceptable: string[]): CaseKey => ({ diagnosis, acceptable });
const EMBOLISM = keyOf('embolism');

/** What somebody expects who believes `truth` and states `stated`; both name the same diseases. */
function expected(
  score: (list: StatedList, key: CaseKey) => number,
  truth: StatedList,
  stated: StatedList,
): number {
  let sum = (truth.other / 100) * score(stated, keyOf('something else'));
  for (const [disease, points] of truth.points) sum += (points / 100) * score(stated, keyOf(disease));
  return sum;
}

describe('scoreOf', () => {
  it('is that of the printed example with the key first', () => {
    const score = scoreOf(listOf({ embolism: 55, pneumonia: 20, atelectasis: 10 }), EMBOLISM);
    expect(score.logScore).toBeCloseTo(0.598, 3);
    expect(score.brier).toBeCloseTo(0.254, 3);
    expect(score).toMatchObject({ scoreVersion: 1, right: true, keyPoints: 55 });
  });

  it('is that of the printed example without the key', () => {
    const score = scoreOf(listOf({ pneumonia: 60, atelectasis: 20, panic: 5 }), EMBOLISM);
    expect(score.logScore).toBeCloseTo(4.893, 3);
    expect(score.brier).toBeCloseTo(1.389, 3);
    expect(score).toMatchObject({ right: false, keyPoints: 0 });
  });

  it('is at worst ln 2000', () => {
    expect(logScore(listOf({ a: 97, b: 1, c: 1 }), EMBOLISM)).toBeCloseTo(Math.log(2000), 12);
    expect(Math.log(2000)).toBeCloseTo(7.6, 2);
    fc.assert(
      fc.property(listOver(['a', 'b', 'c']), (list) => {
        expect(logScore(list, EMBOLISM)).toBeLessThanOrEqual(Math.log(2000) + 1e-12);
        expect(brierScore(list, EMBOLISM)).toBeLessThan(2);
      }),
    );
  });

  it('takes accepted diagnoses together', () => {
    const list = listOf({ embolism: 30, 'lung infarction': 25, pneumonia: 20 });
    const key = keyOf('embolism', 'lung infarction');
    expect(keyPoints(list, key)).toBe(55);
    expect(logScore(list, key)).toBeCloseTo(-Math.log(0.55), 12);
    expect(brierScore(list, key)).toBeCloseTo(0.45 ** 2 + 0.2 ** 2 + 0.25 ** 2 / 20, 12);
  });
});

describe.each([
  ['the logarithmic score', logScore],
  ['the Brier score', brierScore],
])('%s', (_, score) => {
  it('is strictly proper: no list of the same diseases beats the true one', () => {
    const lists = fc
      .constantFrom(['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd', 'e'])
      .chain((diseases) => fc.tuple(listOver(diseases), listOver(diseases)));
    fc.assert(
      fc.property(lists, ([truth, stated]) => {
        const same = [...truth.points].every(([disease, points]) => stated.points.get(disease) === points);
        fc.pre(!same);
        expect(expected(score, truth, stated)).toBeGreaterThan(expected(score, truth, truth));
      }),
      tries(10_000),
    );
  });

  it('sees diseases in any order alike', () => {
    fc.assert(
      fc.property(listOver(['a', 'b', 'c', 'd']), (list) => {
        const turned = { ...list, points: new Map([...list.points].reverse()) };
        expect(score(turned, keyOf('b'))).toBe(score(list, keyOf('b')));
        expect(score(turned, keyOf('x'))).toBe(score(list, keyOf('x')));
      }),
    );
  });
});

describe('the twenty cells of Other', () => {
  it.each([
    [8, false],
    [12, true],
  ])('make naming a disease with %i of 80 points in Other pay: %p', (points, pays) => {
    const named = listOf({ a: 15, b: 5, d: points });
    const unnamed = listOf({ a: 15, b: 5 });
    const gain = expected(logScore, named, unnamed) - expected(logScore, named, named);
    expect(gain > 0).toBe(pays);
  });
});

describe('isRight', () => {
  it.each<[Record<string, number>, CaseKey, boolean]>([
    [{ embolism: 40, pneumonia: 39, panic: 1 }, EMBOLISM, true],
    [{ embolism: 40, pneumonia: 40, panic: 1 }, EMBOLISM, false],
    [{ embolism: 10, pneumonia: 5, panic: 5 }, EMBOLISM, true],
    [{ infarction: 30, embolism: 30, pneumonia: 20 }, keyOf('embolism', 'infarction'), true],
    [{ infarction: 25, embolism: 25, pneumonia: 30 }, keyOf('embolism', 'infarction'), false],
    [{ pneumonia: 60, panic: 20, asthma: 10 }, EMBOLISM, false],
  ])('of %j', (points, key, right) => {
    expect(isRight(listOf(points), key)).toBe(right);
  });
});
