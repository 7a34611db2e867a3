import { type CaseInput } from '@openrounds/contracts';
import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { clinicalIssuesOf } from './clinical-issues';

const vocabulary = compiledOnce(VOCABULARY);
const woman: CaseInput['patient'] = { age: { value: 40, unit: 'a' }, sex: 'female' };

type Findings = NonNullable<CaseInput['findings']>;
type Labs = NonNullable<CaseInput['labs']>;

const issuesOf = (input: Partial<CaseInput>): string[] =>
  clinicalIssuesOf({ patient: woman, ...input }, vocabulary).map(({ pointer, code }) => `${pointer} ${code}`);

describe('clinicalIssuesOf', () => {
  const present = (findingId: string): Findings[number] => ({ findingId, presence: 'present' });

  it.each<[string, Findings, string[]]>([
    ['a sound finding', [present('cough')], []],
    ['a code instead of an id', [{ system: 'HPO', code: 'HP:0100749', presence: 'present' }], []],
    ['an ICD-10 code', [{ system: 'ICD-10', code: 'R07.4', presence: 'present' }], []],
    ['an unknown id', [present('made-up')], ['/findings/0/findingId unknown-finding']],
    ['an id of another kind', [present('deep-vein-thrombosis')], ['/findings/0/findingId not-a-finding']],
    ['a panel id', [present('chest-clear')], ['/findings/0/findingId not-a-finding']],
    [
      'an unmapped code',
      [{ system: 'HPO', code: 'HP:0000001', presence: 'present' }],
      ['/findings/0/code unmapped-code'],
    ],
    [
      'a binary finding without presence',
      [{ findingId: 'cough' }],
      ['/findings/0/presence presence-missing'],
    ],
    [
      'a binary finding with a value',
      [{ findingId: 'cough', presence: 'present', value: { code: 'normal' } }],
      ['/findings/0/value value-not-allowed'],
    ],
    [
      'a categorical finding with a presence',
      [present('heart-rate')],
      ['/findings/0/presence presence-not-allowed'],
    ],
    [
      'a categorical finding without value',
      [{ findingId: 'heart-rate' }],
      ['/findings/0/value value-missing'],
    ],
    [
      'an unknown state',
      [{ findingId: 'illness-onset', value: { code: 'whenever' } }],
      ['/findings/0/value/code unknown-state'],
    ],
    [
      'a number for what has only states',
      [{ findingId: 'illness-onset', value: { number: 3, unit: 'd' } }],
      ['/findings/0/value not-a-quantity'],
    ],
    ['a possible value', [{ findingId: 'body-temperature', value: { number: 101.3, unit: '[degF]' } }], []],
    [
      'an impossible value',
      [{ findingId: 'body-temperature', value: { number: 400, unit: 'Cel' } }],
      ['/findings/0/value value-impossible'],
    ],
    [
      'a negative value',
      [{ findingId: 'heart-rate', value: { number: -3, unit: '/min' } }],
      ['/findings/0/value value-impossible'],
    ],
    [
      'a unit that is not UCUM',
      [{ findingId: 'systolic-blood-pressure', value: { number: 120, unit: 'mmHg' } }],
      ['/findings/0/value/unit unit-unknown'],
    ],
    [
      'a unit of something else',
      [{ findingId: 'body-temperature', value: { number: 37, unit: 'kg' } }],
      ['/findings/0/value/unit unit-not-convertible'],
    ],
    [
      'a certainty out of range',
      [{ ...present('cough'), certainty: 0.2 }],
      ['/findings/0/certainty certainty-out-of-range'],
    ],
    [
      'present and absent',
      [present('cough'), { findingId: 'cough', presence: 'absent' }],
      ['/findings/1 contradiction-presence'],
    ],
    [
      'a kind of something absent',
      [{ findingId: 'chest-pain', presence: 'absent' }, present('pleuritic-chest-pain')],
      ['/findings/1 contradiction-is-a'],
    ],
    [
      'an ancestor whose absence denies nothing',
      [{ findingId: 'pain', presence: 'absent' }, present('chest-pain')],
      [],
    ],
    [
      'two states',
      [
        { findingId: 'heart-rate', value: { number: 70, unit: '/min' } },
        { findingId: 'heart-rate', value: { code: 'tachycardia' } },
      ],
      ['/findings/1 contradiction-state'],
    ],
    [
      'a past and a present statement',
      [
        { ...present('cough'), assertion: 'historical' },
        { findingId: 'cough', presence: 'absent' },
      ],
      [],
    ],
  ])('%s', (_, findings, expected) => {
    expect(issuesOf({ findings })).toEqual(expected);
  });

  it.each<[string, Labs[number], string[]]>([
    ['by id', { code: 'glucose', value: 5, unit: 'mmol/L' }, []],
    ['by LOINC', { code: '718-7', value: 140, unit: 'g/L' }, []],
    ['by name in another unit', { name: 'Hemoglobin', value: 14, unit: 'g/dL' }, []],
    ['by Chinese name', { name: '血糖', value: 100, unit: 'mg/dL' }, []],
    ['with a comparator', { name: 'D-dimer', value: { comparator: '<', number: 0.3 }, unit: 'mg/L' }, []],
    ['of an unknown name is text', { name: 'moon dust', value: 5, unit: 'mmol/L' }, []],
    ['of an unknown code', { code: 'moon-dust', value: 5, unit: 'mmol/L' }, ['/labs/0/code unknown-lab']],
    [
      'without unit, high in each that it may have',
      { name: 'D-dimer', value: 2.4 },
      ['/labs/0/unit unit-missing'],
    ],
    ['without unit', { code: 'glucose', value: 5 }, ['/labs/0/unit unit-missing']],
    ['with a wrong unit', { code: 'glucose', value: 5, unit: 'kg' }, ['/labs/0/unit unit-not-convertible']],
    ['with an unknown unit', { code: 'glucose', value: 5, unit: 'spoons' }, ['/labs/0/unit unit-unknown']],
    [
      'that is impossible',
      { code: 'glucose', value: -1, unit: 'mmol/L' },
      ['/labs/0/value value-impossible'],
    ],
    [
      'with an unknown state',
      { code: 'glucose', value: { code: 'odd' } },
      ['/labs/0/value/code unknown-state'],
    ],
    ['that is a yes/no test', { code: 'pregnancy-test-positive', value: { code: 'positive' } }, []],
    [
      'that is a yes/no test with a number',
      { code: 'pregnancy-test-positive', value: 3, unit: '1' },
      ['/labs/0/value lab-value-not-allowed'],
    ],
  ])('a laboratory result %s', (_, lab, expected) => {
    expect(issuesOf({ labs: [lab] })).toEqual(expected);
  });

  it('looks into stages', () => {
    const issues = issuesOf({
      stages: [
        { name: 'history' },
        { name: 'laboratory', findings: [present('made-up')], labs: [{ code: 'glucose', value: 5 }] },
      ],
    });
    expect(issues).toEqual([
      '/stages/1/findings/0/findingId unknown-finding',
      '/stages/1/labs/0/unit unit-missing',
    ]);
  });

  it('refuses impossible persons', () => {
    expect(issuesOf({ patient: { age: { value: 200, unit: 'a' }, sex: 'female' } })).toEqual([
      '/patient/age/value age-impossible',
    ]);
  });

  it('does not refuse a man who is pregnant', () => {
    expect(issuesOf({ patient: { age: null, sex: 'male', pregnant: true } })).toEqual([]);
  });

  it('says what a contradiction contradicts', () => {
    const findings: Findings = [
      present('cough'),
      { findingId: 'chest-pain', presence: 'absent' },
      present('pleuritic-chest-pain'),
      present('chest-pain'),
    ];
    expect(clinicalIssuesOf({ patient: woman, findings }, vocabulary)).toMatchObject([
      { pointer: '/findings/3', conflictsWith: '/findings/1' },
      { pointer: '/findings/2', conflictsWith: '/findings/1' },
    ]);
  });

  it('never judges the text', () => {
    expect(issuesOf({ narrative: 'Temperature 400 °C, no cough, cough.' })).toEqual([]);
  });
});
