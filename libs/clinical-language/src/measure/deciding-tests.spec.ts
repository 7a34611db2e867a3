import { symptom } from '../../test/vocabulary.fixture';
import { type EnginePatient } from '../model/understanding';
import { type DecidingTest } from '../model/vocabulary';
import { outcomeOf } from './outcome';
import { type QuantityRead } from './quantity-read';

const woman: EnginePatient = { ageYears: 40, sex: 'female', pregnant: null };
const man: EnginePatient = { ...woman, sex: 'male' };

function outcome(
  tests: readonly DecidingTest[],
  read: Partial<QuantityRead['read']>,
  {
    unit,
    patient = woman,
    named,
  }: { unit?: string; patient?: EnginePatient; named?: readonly number[] } = {},
) {
  const finding = symptom('decided', 'Decided', '判定', { decidedBy: tests });
  const quantity = { findingId: finding.id, from: 0, to: 2, nameTo: 1, read: { from: 1, to: 2, ...read } };
  const own = { ...quantity, ...(unit === undefined ? {} : { unit }), ...(named && { tests: named }) };
  return outcomeOf(own, false, finding, patient);
}

const names = { en: ['test'] };
const POINTS = { names, unit: '{score}', bare: [0, 30] } as const;

describe('tests that decide a finding', () => {
  it('each have a limit of their own', () => {
    const tests = [
      { ...POINTS, below: 26 },
      { ...POINTS, below: 24 },
    ];
    expect(outcome(tests, { number: 25 }, { named: [0] })).toMatchObject({ presence: 'present' });
    expect(outcome(tests, { number: 25 }, { named: [1] })).toMatchObject({ presence: 'absent' });
  });

  it('count where the unit is theirs: 6.2 % of haemoglobin A1c is not 62 mmol/mol', () => {
    const tests = [
      { names, unit: 'mmol/mol', from: 42, below: 48 },
      { names, unit: '%', from: 6, below: 6.5 },
    ];
    expect(outcome(tests, { number: 6.2 }, { unit: '%' })).toMatchObject({ presence: 'present' });
    expect(outcome(tests, { number: 44 }, { unit: 'mmol/mol' })).toMatchObject({ presence: 'present' });
  });

  it.each([
    [41, 'absent'],
    [42, 'present'],
    [47.9, 'present'],
    [48, 'absent'],
  ])('say of %s between two limits that it is %s', (number, presence) => {
    expect(
      outcome([{ names, unit: 'mmol/mol', from: 42, below: 48 }], { number }, { unit: 'mmol/mol' }),
    ).toMatchObject({
      presence,
    });
  });

  it('say nothing of a limit between two limits', () => {
    const tests = [{ names, unit: 'mmol/mol', from: 42, below: 48 }];
    expect(outcome(tests, { number: 40, comparator: '>' }, { unit: 'mmol/mol' })).toHaveProperty('problem');
  });

  it('are of one sex where they say so', () => {
    const tests = [{ names, unit: 'nmol/L', from: 2.5, sex: 'female' as const }];
    expect(outcome(tests, { number: 4 }, { unit: 'nmol/L' })).toMatchObject({ presence: 'present' });
    expect(outcome(tests, { number: 4 }, { unit: 'nmol/L', patient: man })).toHaveProperty('problem');
  });

  it.each([
    [600, { range: { to: 0, high: 510 } }, 'present'],
    [400, { range: { to: 0, high: 510 } }, 'absent'],
    [600, { flag: 'raised' as const }, 'present'],
  ])('that have no limit are judged by the report: %s', (number, told, presence) => {
    expect(outcome([{ names }], { number, ...told }, { unit: 'pmol/L' })).toMatchObject({ presence });
  });

  it('are told by a number alone where the name tells other things as well', () => {
    const tests = [{ names, unit: 'Cel', from: 40.1, numberOnly: true as const }];
    expect(outcome(tests, { level: 'raised' })).toHaveProperty('problem');
    expect(outcome(tests, { number: 41 }, { unit: 'Cel' })).toMatchObject({ presence: 'present' });
  });
});
