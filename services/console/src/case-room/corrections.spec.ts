import type { Finding } from '../api/types';
import { correctionsOf } from './corrections';
import { accepted, type CodedFinding, type Draft, EMPTY_DRAFT, stated } from './draft';

const cough = { findingId: 'cough', name: 'Cough' };
const rash = { findingId: 'rash', name: 'Rash' };
const READ: Finding[] = [{ findingId: 'cough', presence: 'present', certainty: 0.7 }];
const RANKED: Draft = { ...EMPTY_DRAFT, narrative: 'Perhaps a cough.' };

const corrections = (findings: CodedFinding[], ranked: Draft = RANKED) =>
  correctionsOf({ ...ranked, findings }, ranked, READ);

describe('correctionsOf', () => {
  it.each<[string, CodedFinding, object]>([
    ['what was stated', stated(cough, 'absent'), { action: 'set', presence: 'absent' }],
    [
      'an uncertain finding',
      stated(cough, 'uncertain'),
      { action: 'set', presence: 'present', certainty: 0.7 },
    ],
    ['a relative’s', stated(cough, 'family'), { action: 'set', presence: 'present', assertion: 'family' }],
    ['what is no finding', stated(cough, 'not-a-finding'), { action: 'reject' }],
    [
      'what was confirmed',
      accepted({ findingId: 'cough', presence: 'present' }, 'Cough'),
      { action: 'accept' },
    ],
  ])('says %s', (_, finding, expected) => {
    expect(corrections([finding])).toEqual([{ findingId: 'cough', ...expected }]);
  });

  it('says where a finding stands that the teacher found in the text', () => {
    const at = { start: 0, end: 7 };
    expect(corrections([{ ...stated(rash, 'present'), at }])).toEqual([
      { action: 'set', findingId: 'rash', presence: 'present', span: at },
    ]);
  });

  it('replaces one finding by another in two corrections', () => {
    expect(
      corrections([stated(rash, 'present'), stated(cough, 'not-a-finding')])?.map(({ action }) => action),
    ).toEqual(['set', 'reject']);
  });

  it('leaves out what the case keeps already, and what was neither read nor counted', () => {
    const ranked = { ...RANKED, findings: [stated(cough, 'absent')] };
    expect(corrections([stated(cough, 'absent'), stated(rash, 'not-a-finding')], ranked)).toEqual([]);
  });

  it.each<[string, Partial<Draft>]>([
    ['text', { narrative: 'A cough.' }],
    ['patient', { sex: 'male' }],
    ['setting', { setting: 'emergency' }],
    ['laboratory value', { labs: [{ name: 'CRP', value: 3, unit: 'mg/L' }] }],
  ])('are none where another %s makes another case', (_, change) => {
    const draft = { ...RANKED, ...change, findings: [stated(cough, 'absent')] };
    expect(correctionsOf(draft, RANKED, READ)).toBeNull();
  });
});
