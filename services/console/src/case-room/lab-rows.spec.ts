import type { Lab, LaboratoryReport, LaboratoryValue } from '../api/types';
import { arrowOf, figures, labRows, markOf, timeOf } from './lab-rows';

const lab = (value: number): Lab => ({ value, findingId: 'creatinine' });
const explained = (place: number, more: Partial<LaboratoryValue> = {}): LaboratoryValue => ({
  lab: place,
  findingId: 'creatinine',
  direction: 'high',
  marked: false,
  latest: true,
  causes: [],
  ...more,
});
const change = (earlier: number, later: number): LaboratoryReport['changes'][number] => ({
  findingId: 'creatinine',
  earlier,
  later,
  from: 90,
  to: 180,
  unit: 'umol/L',
  absolute: 90,
  relative: 1,
  hours: null,
  direction: 'rise',
  significance: 'unknown',
  referenceChange: null,
  criteria: [],
});

describe('labRows', () => {
  it('puts the explanation with its value and each change with the later of the two', () => {
    const report = { values: [explained(2), explained(0)], changes: [change(0, 2), change(1, 2)] };
    const rows = labRows([lab(90), lab(100), lab(180)], report);
    expect(rows.map((row) => row.explained?.lab)).toEqual([0, undefined, 2]);
    expect(rows.map(({ changes }) => changes.map(({ earlier }) => earlier))).toEqual([[], [], [0, 1]]);
  });

  it('shows the values alone where nothing explains them', () => {
    expect(labRows([lab(90)], undefined)).toEqual([{ lab: lab(90), explained: undefined, changes: [] }]);
  });
});

describe('markOf', () => {
  it.each<[Partial<LaboratoryValue>, string | undefined]>([
    [{ direction: 'high' }, '↑'],
    [{ direction: 'high', marked: true }, '↑↑'],
    [{ direction: 'low' }, '↓'],
    [{ direction: 'low', marked: true }, '↓↓'],
    [{ direction: 'normal' }, undefined],
    [{ direction: 'positive' }, undefined],
  ])('%j has the arrow %s', (value, arrow) => {
    const mark = markOf(explained(0, value));
    expect(mark === undefined ? undefined : arrowOf(mark)).toBe(arrow);
  });
});

describe('figures and times', () => {
  it.each([
    [185.643564356, 185.6],
    [0.0712345, 0.07123],
    [480, 480],
  ])('%d is shown as %d', (value, shown) => {
    expect(figures(value)).toBe(shown);
  });

  it.each([
    [3, { unit: 'hours', count: 3 }],
    [47.9, { unit: 'hours', count: 48 }],
    [48, { unit: 'days', count: 2 }],
    [72, { unit: 'days', count: 3 }],
  ])('%d hours are said as %j', (hours, said) => {
    expect(timeOf(hours)).toEqual(said);
  });
});
