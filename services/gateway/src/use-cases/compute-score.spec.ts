import { tinyBundleWithScore } from '@openrounds/testing';
import { computeScore } from './compute-score';

const bundle = tinyBundleWithScore();
const compute = (inputs: Parameters<typeof computeScore>[2]['inputs']) =>
  computeScore(bundle, 'made-up-score', { inputs });

describe('computeScore', () => {
  it('computes a value from all inputs, whatever their units', () => {
    const inputs = {
      'pleuritic-pain': true,
      'leg-swelling': false,
      age: { value: 70, unit: 'a' },
      crp: { value: 10, unit: 'mg/L' },
      sex: 'female',
      onset: 'sudden',
    };
    expect(compute(inputs).result).toEqual({ value: 8, missing: [] });
  });

  it('computes a range while inputs are missing', () => {
    const { result } = compute({ 'pleuritic-pain': true, age: 40, sex: 'male', onset: null });
    expect(result).toEqual({ min: 1, max: 7, missing: ['leg-swelling', 'crp', 'onset'] });
  });

  it.each([
    ['age', 17, 'out-of-range', 'the value is out of range: 18 to 120'],
    ['age', true, 'wrong-type', 'the input is of another type: 18 to 120'],
    ['sex', 'other', 'unknown-option', 'there is no such option: female, male'],
    ['pulse', 80, 'unknown-input', 'the score has no such input'],
    ['crp', { value: 5, unit: 's' }, 'unit-not-convertible', 'the unit does not fit this input'],
    ['crp', { value: 9999, unit: 'mg/L' }, 'out-of-range', 'the value is out of range: 0 to 100'],
  ] as const)('refuses %s = %j and names it', (id, value, code, message) => {
    expect(() => compute({ [id]: value })).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        errors: [{ pointer: `/inputs/${id}`, code, message }],
      }),
    );
  });

  it('names every input that is wrong', () => {
    expect(() => compute({ age: 5, sex: 'other', crp: { value: 1, unit: 's' } })).toThrow('3 input(s)');
  });

  it('knows no score of another name', () => {
    expect(() => computeScore(bundle, 'constructor', { inputs: {} })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
