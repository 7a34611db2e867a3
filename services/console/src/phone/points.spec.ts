import fc from 'fast-check';
import { differentialIssues } from '../../../../libs/learning/src/answers/check-differential';
import {
  canAddRow,
  emptyForm,
  formOf,
  nextStep,
  type PointForm,
  stepped,
  sumOf,
  wholePoints,
  withNewRow,
  withoutRow,
  withRow,
} from './points';

const NAMES = ['Pneumonia', 'Pulmonary embolism', 'Panic attack', 'Pneumothorax', 'Atelectasis'];

function filled(points: readonly number[], other: number): PointForm {
  let form: PointForm = { ...emptyForm(), other };
  while (form.rows.length < points.length) form = withNewRow(form);
  points.forEach((given, at) => {
    form = withRow(form, at + 1, {
      text: NAMES[at] ?? '',
      diseaseId: `disease-${String(at)}`,
      points: given,
    });
  });
  return form;
}

const anyForm = fc
  .record({
    rows: fc.array(
      fc.record({
        text: fc.constantFrom('', ' ', 'flu', 'Flu ', 'cold', 'croup', 'asthma'),
        diseaseId: fc.constant(null),
        points: fc.integer({ min: 0, max: 97 }),
      }),
      { minLength: 3, maxLength: 5 },
    ),
    other: fc.integer({ min: 0, max: 97 }),
  })
  .map(({ rows, other }): PointForm => ({ rows: rows.map((row, at) => ({ ...row, key: at + 1 })), other }));

describe('the form of points', () => {
  it('begins with three empty lines and takes up to five', () => {
    let form = emptyForm();
    expect([form.rows.length, sumOf(form)]).toEqual([3, 0]);
    form = withNewRow(withNewRow(form));
    expect([form.rows.length, canAddRow(form)]).toEqual([5, false]);
    expect(withNewRow(form)).toBe(form);
    expect(new Set(form.rows.map(({ key }) => key)).size).toBe(5);
  });

  it('asks for names first', () => {
    expect(nextStep(emptyForm())).toEqual({ step: 'name', missing: 3 });
    const one = withRow(emptyForm(), 1, { text: 'Pneumonia' });
    expect(nextStep(one)).toEqual({ step: 'name', missing: 2 });
  });

  it.each<[string, PointForm, object]>([
    [
      'points on a line without a name',
      withRow(filled([30, 30, 30, 5], 5), 4, { text: '' }),
      { step: 'name-or-clear' },
    ],
    ['a name without points', filled([50, 40, 0], 10), { step: 'give-each', text: 'Panic attack' }],
    ['too many points', filled([50, 40, 10], 10), { step: 'take-away', points: 10 }],
    ['nothing for Other', filled([50, 40, 10], 0), { step: 'keep-for-other' }],
    [
      'one disease twice',
      withRow(filled([50, 40, 5], 5), 3, { diseaseId: 'disease-0', text: 'Pneumonia' }),
      { step: 'named-twice', text: 'Pneumonia' },
    ],
  ])('says what to do about %s', (_, form, step) => {
    expect(nextStep(form)).toEqual(step);
  });

  it('offers the points that are left to Other, as in the drawing', () => {
    const step = nextStep(filled([35, 35, 10, 5], 10));
    expect(step).toMatchObject({ step: 'rest-to-other', points: 5, answer: { other: 15 } });
  });

  it('makes an answer that the room takes, and no other', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const step = nextStep(form);
        if ('answer' in step) expect(differentialIssues(step.answer, () => true)).toEqual([]);
        if (step.step === 'commit') expect(sumOf(form)).toBe(100);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back from an answer as it was', () => {
    const form = filled([55, 20, 10], 15);
    const step = nextStep(form);
    if (step.step !== 'commit') throw new Error('100 points were given');
    const back = formOf(step.answer, (id) => NAMES[Number(id.slice(-1))] ?? '');
    expect(back).toEqual(form);
  });

  it('drops a line with its points', () => {
    expect(sumOf(withoutRow(filled([30, 30, 20, 10], 10), 4))).toBe(90);
  });
});

describe('steps of five', () => {
  it.each([
    [0, 1, 5],
    [1, 1, 5],
    [33, 1, 35],
    [35, 1, 40],
    [95, 1, 97],
    [35, -1, 30],
    [33, -1, 30],
    [5, -1, 1],
    [1, -1, 1],
    [0, -1, 0],
  ] as const)('from %i by %i is %i', (points, direction, expected) => {
    expect(stepped(points, direction)).toBe(expected);
  });

  it('keep to whole points that leave something for the others', () => {
    expect([120, -3, 4.6, Number.NaN].map(wholePoints)).toEqual([97, 0, 5, 0]);
  });
});
