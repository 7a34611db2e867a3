import { type RedFlagCondition } from '../schema/red-flag';
import { presentationOf } from './red-flag-presentation';

const findings = new Map([
  ['cough', {}],
  ['fever', {}],
  ['crp', { states: ['normal', 'raised'] }],
]);

const cough: RedFlagCondition = { finding: 'cough', presence: 'present' };
const fever: RedFlagCondition = { finding: 'fever', presence: 'present' };
const raised: RedFlagCondition = { finding: 'crp', states: ['raised'] };

const cases: [what: string, condition: RedFlagCondition, expected: object | undefined][] = [
  ['a finding', cough, { facts: { cough: 'present' } }],
  ['a state', raised, { facts: { crp: 'raised' } }],
  ['everything of all', { all: [cough, raised] }, { facts: { cough: 'present', crp: 'raised' } }],
  ['the first of any', { any: [cough, fever] }, { facts: { cough: 'present' } }],
  [
    'the first of any that fits the rest',
    { all: [{ any: [cough, fever] }, { not: cough }] },
    { facts: { cough: 'absent', fever: 'present' } },
  ],
  ['another state', { not: raised }, { facts: { crp: 'normal' } }],
  ['none of any', { not: { any: [cough, fever] } }, { facts: { cough: 'absent', fever: 'absent' } }],
  ['not all', { not: { all: [cough, fever] } }, { facts: { cough: 'absent' } }],
  [
    'ages in common',
    { all: [{ ageYears: [18, 60] }, { ageYears: [50, 150] }] },
    { facts: {}, ages: [50, 60] },
  ],
  ['other ages', { not: { ageYears: [0, 50] } }, { facts: {}, ages: [50, 150] }],
  ['pregnancy', { pregnant: true }, { facts: {}, pregnant: true, sex: 'female' }],
  ['the other sex', { not: { sex: 'male' } }, { facts: {}, sex: 'female' }],
  ['nobody: two sexes', { all: [{ sex: 'male' }, { pregnant: true }] }, undefined],
  ['nobody: no common age', { all: [{ ageYears: [0, 5] }, { ageYears: [5, 9] }] }, undefined],
  ['nobody: yes and no', { all: [cough, { not: cough }] }, undefined],
];

describe('presentationOf', () => {
  it.each(cases)('%s', (_, condition, expected) => {
    const presentation = presentationOf(condition, findings);
    expect(presentation && { ...presentation, facts: Object.fromEntries(presentation.facts) }).toEqual(
      expected,
    );
  });
});
