import fc from 'fast-check';
import { evaluateScore, interpretationOf } from './evaluate-score';
import { ScoreDefinitionError } from './evaluate-expression';
import { ScoreInputError } from './score-input-error';
import { type ScoreCondition, type ScoreDefinition, type ScoreExpression } from './score-definition';

const scoreOf = (value: ScoreExpression, more: Partial<ScoreDefinition> = {}): ScoreDefinition => ({
  id: 'score',
  inputs: [
    { id: 'fever', type: 'boolean' },
    { id: 'cough', type: 'boolean' },
    { id: 'age', type: 'number', range: [0, 120] },
    { id: 'grade', type: 'number', range: [0, 3], whole: true },
    { id: 'sex', type: 'choice', options: [{ id: 'female' }, { id: 'male' }] },
  ],
  value,
  interpretation: [{ below: 2 }, { upTo: 4 }, {}],
  ...more,
});

const NOTHING = { fever: false, cough: false, age: 40, grade: 0, sex: 'female' } as const;

describe('evaluateScore', () => {
  it.each<[string, ScoreExpression, number]>([
    ['a number', 3, 3],
    ['an input', 'age', 40],
    ['a sum', { sum: [1, 2, 'age'] }, 43],
    ['a product', { product: [2, 3, 'age'] }, 240],
    ['a difference', { difference: ['age', 50] }, -10],
    ['a quotient', { quotient: ['age', 8] }, 5],
    ['the smallest', { min: ['age', 30] }, 30],
    ['the largest', { max: ['age', 30] }, 40],
    ['logarithm and exponential', { exp: { ln: 'age' } }, 40],
    ['a square root', { sqrt: 16 }, 4],
    ['a rounded number', { round: 2.5 }, 3],
    ['a rounded decimal', { round: 1.2345, decimals: 2 }, 1.23],
    ['points not earned', { points: 3, when: 'fever' }, 0],
    ['a count', { count: ['fever', { not: 'fever' }, { not: 'cough' }] }, 2],
    ['a choice', { choose: 'sex', from: { female: 1, male: 2 } }, 1],
    ['a branch', { if: { number: 'age', from: 40 }, then: 7, else: 8 }, 7],
  ])('computes %s', (_, expression, value) => {
    expect(evaluateScore(scoreOf(expression), NOTHING)).toEqual({
      value: expect.closeTo(value, 12),
      missing: [],
    });
  });

  it.each<[string, ScoreCondition, boolean]>([
    ['all of them', { all: ['fever', { not: 'fever' }] }, false],
    ['any of them', { any: ['fever', { not: 'fever' }] }, true],
    ['at least two', { atLeast: 2, of: ['fever', { not: 'fever' }, { not: 'cough' }] }, true],
    ['an option', { choice: 'sex', is: ['male'] }, false],
    ['above is exclusive', { number: 'age', above: 40 }, false],
    ['from is inclusive', { number: 'age', from: 40 }, true],
    ['below is exclusive', { number: 'age', below: 40 }, false],
    ['up to is inclusive', { number: 'age', upTo: 40 }, true],
    ['both limits', { number: 'age', from: 41, upTo: 50 }, false],
  ])('judges: %s', (_, when, holds) => {
    expect(evaluateScore(scoreOf({ points: 1, when }), NOTHING)).toMatchObject({ value: holds ? 1 : 0 });
  });

  it.each([
    [49, 0],
    [50, 1],
    [75, 1],
    [75.1, 2],
  ])('finds the band of %p', (age, value) => {
    const bands = [{ below: 50, points: 0 }, { upTo: 75, points: 1 }, { points: 2 }];
    expect(evaluateScore(scoreOf({ table: 'age', bands }), { ...NOTHING, age })).toMatchObject({ value });
  });

  it('uses steps by name', () => {
    const score = scoreOf('total', {
      steps: [
        { id: 'double', value: { product: [2, 'age'] } },
        { id: 'total', value: { sum: ['double', 'double'] } },
      ],
    });
    expect(evaluateScore(score, NOTHING)).toMatchObject({ value: 160 });
  });

  it('answers a range while inputs are missing, and says which', () => {
    const score = scoreOf({ sum: [{ points: 3, when: 'fever' }, { points: -1, when: 'cough' }, 'grade'] });
    const given = { ...NOTHING, fever: null, cough: undefined };
    expect(evaluateScore(score, given)).toEqual({ min: -1, max: 3, missing: ['fever', 'cough'] });
    expect(evaluateScore(score, {})).toMatchObject({ min: -1, max: 6 });
  });

  it('answers one value where what is missing makes no difference', () => {
    const score = scoreOf({ points: 1, when: { any: ['fever', 'cough'] } });
    expect(evaluateScore(score, { ...NOTHING, fever: true, cough: null })).toEqual({
      value: 1,
      missing: ['cough'],
    });
  });

  it('keeps two mentions of a missing input together', () => {
    const exclusive = scoreOf({
      sum: [
        { points: 2, when: 'fever' },
        { points: 2, when: { not: 'fever' } },
      ],
    });
    expect(evaluateScore(exclusive, { ...NOTHING, fever: null })).toEqual({ value: 2, missing: ['fever'] });
    const bySex: ScoreExpression = { choose: 'sex', from: { female: 1, male: 5 } };
    const same = scoreOf({ difference: [bySex, bySex] });
    expect(evaluateScore(same, { ...NOTHING, sex: null })).toMatchObject({ value: 0 });
  });

  it('names the bands that are still possible', () => {
    const score = scoreOf({ count: ['fever', 'cough', { number: 'age', from: 65 }] });
    const bandsAt = (given: object) =>
      interpretationOf(score, evaluateScore(score, { ...NOTHING, ...given }));
    expect(bandsAt({})).toEqual([{ below: 2 }]);
    expect(bandsAt({ fever: true, cough: null })).toEqual([{ below: 2 }, { upTo: 4 }]);
  });

  it.each([
    [{ age: 121 }, 'age', 'out-of-range'],
    [{ age: -0.1 }, 'age', 'out-of-range'],
    [{ age: Number.NaN }, 'age', 'wrong-type'],
    [{ age: '40' }, 'age', 'wrong-type'],
    [{ grade: 1.5 }, 'grade', 'not-whole'],
    [{ fever: 1 }, 'fever', 'wrong-type'],
    [{ sex: 'other' }, 'sex', 'unknown-option'],
    [{ sex: true }, 'sex', 'wrong-type'],
    [{ pulse: 80 }, 'pulse', 'unknown-input'],
    [{ constructor: 80 }, 'constructor', 'unknown-input'],
  ])('refuses %j and names it', (given, inputId, fault) => {
    expect(() => evaluateScore(scoreOf('age'), { ...NOTHING, ...given })).toThrow(ScoreInputError);
    expect(() => evaluateScore(scoreOf('age'), { ...NOTHING, ...given })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ inputId, fault })] }),
    );
  });

  it('names every input that is at fault', () => {
    expect(() => evaluateScore(scoreOf('age'), { age: 200, fever: 'yes' })).toThrow(
      'age: out-of-range; fever: wrong-type',
    );
  });

  it.each<ScoreExpression>([
    'pulse',
    'fever',
    { points: 1, when: 'age' },
    { choose: 'age', from: {} },
    { choose: 'sex', from: { male: 1 } },
  ])('refuses a score that names what it does not have: %j', (expression) => {
    expect(() => evaluateScore(scoreOf(expression), NOTHING)).toThrow(ScoreDefinitionError);
  });

  it('never gives a range that leaves a possible value out', () => {
    fc.assert(
      fc.property(anExpression, someValues, fc.subarray(IDS), (expression, values, hidden) => {
        const score = scoreOf(expression);
        const full = evaluateScore(score, values);
        const open = evaluateScore(score, {
          ...values,
          ...Object.fromEntries(hidden.map((id) => [id, null])),
        });
        const [lo, hi] = 'value' in open ? [open.value, open.value] : [open.min, open.max];
        const value = 'value' in full ? full.value : Number.NaN;
        const rounding = 1e-9 * Math.max(1, Math.abs(value));
        expect(value).toBeGreaterThanOrEqual(lo - rounding);
        expect(value).toBeLessThanOrEqual(hi + rounding);
      }),
      { numRuns: 200 },
    );
  });
});

const IDS = ['fever', 'cough', 'age', 'grade', 'sex'];

const someValues = fc.record({
  fever: fc.boolean(),
  cough: fc.boolean(),
  age: fc.integer({ min: 0, max: 120 }),
  grade: fc.integer({ min: 0, max: 3 }),
  sex: fc.constantFrom('female', 'male'),
});

const { expression: anExpression } = fc.letrec<{ expression: ScoreExpression; condition: ScoreCondition }>(
  (tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: -5, max: 5 }),
      fc.constantFrom('age', 'grade'),
      fc.record({ sum: fc.array(tie('expression'), { maxLength: 3 }) }),
      fc.record({ product: fc.tuple(tie('expression'), tie('expression')) }),
      fc.record({ difference: fc.tuple(tie('expression'), tie('expression')) }),
      fc.record({ min: fc.tuple(tie('expression'), tie('expression')) }),
      fc.record({ max: fc.tuple(tie('expression'), tie('expression')) }),
      fc.record({ points: fc.integer({ min: -3, max: 3 }), when: tie('condition') }),
      fc.record({ count: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ if: tie('condition'), then: tie('expression'), else: tie('expression') }),
      fc.record({
        choose: fc.constant('sex'),
        from: fc.record({ female: tie('expression'), male: tie('expression') }),
      }),
      fc.record({
        table: tie('expression'),
        bands: fc.constant([{ below: 1, points: 2 }, { upTo: 50, points: -1 }, { points: 4 }]),
      }),
    ),
    condition: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('fever', 'cough'),
      fc.constant<ScoreCondition>({ choice: 'sex', is: ['male'] }),
      fc.record({ not: tie('condition') }),
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({
        atLeast: fc.integer({ min: 1, max: 2 }),
        of: fc.array(tie('condition'), { maxLength: 3 }),
      }),
      fc.record({ number: tie('expression'), from: fc.integer({ min: 0, max: 80 }) }),
      fc.record({ number: tie('expression'), below: fc.integer({ min: 0, max: 80 }) }),
    ),
  }),
);
