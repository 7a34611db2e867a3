import { itInFull } from '@openrounds/testing';
import { calibrate, type CalibrationCase, compareConstants } from './calibrate';
import { CONSTANT_BOUNDS, type Constants } from './constants';
import { connectedGroups, spreadOverFolds } from './folds';
import { isFirst, logLoss, weightsOf } from './log-loss';
import { patternSearch } from './pattern-search';

const START: Constants = { alpha: 0.7, T: 1.5, nu: 0.6, rho: 0.3, upsilon: 0.4, piOther: 0.05 };
const hiding = (...diseases: number[]) =>
  Uint8Array.from([0, 1, 2], (disease) => (diseases.includes(disease) ? 1 : 0));

describe('patternSearch', () => {
  const bounds = { x: [0, 4], y: [-1, 1] } as const;

  it('finds the bottom of a bowl', () => {
    const { at, value } = patternSearch(
      ({ x, y }) => (x - 3) ** 2 + (x - 3) * y + y ** 2,
      { x: 0.1, y: 1 },
      bounds,
    );
    expect(at.x).toBeCloseTo(3, 1);
    expect(at.y).toBeCloseTo(0, 1);
    expect(value).toBeLessThan(0.01);
  });

  it('stays inside the bounds and never makes it worse', () => {
    expect(patternSearch(({ x, y }) => x - y, { x: 9, y: -9 }, bounds).at).toEqual({ x: 0, y: 1 });
    expect(patternSearch(() => 1, { x: 1, y: 0 }, bounds)).toEqual({ at: { x: 1, y: 0 }, value: 1 });
  });
});

describe('folds', () => {
  it('groups what hangs together, also through others', () => {
    expect(connectedGroups([['a'], ['b'], ['a', 'c'], ['d'], ['c', 'b'], []])).toEqual([0, 0, 0, 1, 0, 2]);
  });

  it('keeps groups whole and folds about equal', () => {
    const groups = [0, 0, 0, 1, 1, 2, 2, 3];
    const folds = spreadOverFolds(groups, 3);
    expect(folds).toEqual([0, 0, 0, 1, 1, 2, 2, 1]);
  });
});

describe('logLoss', () => {
  // Odds 2 : 1 : 1 for disease 0, disease 1 and Other.
  const scores = Float64Array.of(Math.LN2, 0, -Infinity);

  it.each([
    ['a disease', [0], hiding(), 1 / 2],
    ['two right answers', [0, 1], hiding(), 3 / 4],
    ['Other', [], hiding(), 1 / 4],
    ['a hidden disease: Other, of what is left', [0], hiding(0), 1 / 2],
    ['one of two hidden', [0, 1], hiding(0), 1 / 2],
  ])('of %s', (_what, gold, hidden, probability) => {
    expect(logLoss(weightsOf(scores), gold, hidden)).toBeCloseTo(-Math.log(probability), 12);
  });

  it('is finite for what was called impossible', () => {
    expect(logLoss(weightsOf(scores), [2], hiding())).toBeGreaterThan(700);
    expect(Number.isFinite(logLoss(weightsOf(scores), [2], hiding()))).toBe(true);
  });

  it('knows who is first', () => {
    expect([isFirst(scores, [0]), isFirst(scores, [1]), isFirst(scores, [])]).toEqual([true, false, false]);
  });
});

describe('calibrate', () => {
  const DISEASES = 10;

  /**
   * Cases of a world in which evidence is worth 1/`temper` of what it seems: the disease that leads by ln 64 before
   * tempering is right as often as its tempered odds say.
   */
  function world(temper: number): CalibrationCase[] {
    const evidence = Math.log(64);
    const tempered = Math.exp(evidence / temper);
    const sure = tempered / (tempered + DISEASES); // nine others and Other
    return Array.from({ length: 100 }, (_each, index) => {
      const leading = index % DISEASES;
      const right = Math.floor(index / DISEASES) / 10 < sure ? leading : (leading + 1) % DISEASES;
      return {
        dataSet: index % 2 === 0 ? 'one' : 'two',
        keys: [`case ${String(index)}`],
        gold: [right],
        scores: ({ T }) =>
          Float64Array.from({ length: DISEASES }, (_score, disease) =>
            disease === leading ? evidence / T : 0,
          ),
      };
    });
  }

  it('finds the temperature of a world, out of fold too', () => {
    const result = calibrate(world(2.5), DISEASES, { ...START, T: 1 });
    expect(result.fitted.T).toBeGreaterThan(2);
    expect(result.fitted.T).toBeLessThan(3);
    expect(result.worthwhile).toBe(true);
    expect(Object.keys(result.dataSets)).toEqual(['one', 'two']);
    expect(result.dataSets.one).toMatchObject({ cases: 50 });
    expect(result.dataSets.one?.logLossAfter).toBeLessThan(result.dataSets.one?.logLossBefore ?? 0);
    expect(result.dataSets.one?.top1After).toBe(result.dataSets.one?.top1Before);
  });

  it('leaves what does not matter where it was, within bounds', () => {
    const { fitted } = calibrate(world(2.5), DISEASES, START);
    expect({ ...fitted, T: 0 }).toEqual({ ...START, T: 0 });
    expect(CONSTANT_BOUNDS.T[0]).toBeLessThanOrEqual(fitted.T);
  });

  itInFull('says so where there is nothing to gain', () => {
    const calibrated = calibrate(world(2.5), DISEASES, START).fitted;
    expect(calibrate(world(2.5), DISEASES, calibrated).worthwhile).toBe(false);
  });

  itInFull('gives the same twice', () => {
    expect(calibrate(world(1.5), DISEASES, START)).toEqual(calibrate(world(1.5), DISEASES, START));
  });

  it('compares constants on cases that were left out', () => {
    const figures = compareConstants(world(2.5), DISEASES, { ...START, T: 1 }, { ...START, T: 2.5 });
    expect(figures.two?.logLossAfter).toBeLessThan(figures.two?.logLossBefore ?? 0);
  });
});
