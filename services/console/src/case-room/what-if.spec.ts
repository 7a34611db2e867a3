import type { WhatIfAnswer } from '../api/types';
import { AS_IT_IS, isOtherwise, toggled, whatIfChange, whatIfInput, whatIfRows, withAdded } from './what-if';

const entry = (
  diseaseId: string,
  rank: number,
  rankBefore: number,
  before: number,
  after: number,
): WhatIfAnswer['differential'][number] => ({
  rank,
  rankBefore,
  diseaseId,
  name: diseaseId.toUpperCase(),
  icd10: [],
  mustNotMiss: false,
  probability: after,
  probabilityBefore: before,
  probabilityAfter: after,
  changedEvidence: [],
});
const other = { probability: 0.3, probabilityBefore: 0.1, probabilityAfter: 0.3 };
const answer = {
  differential: [entry('b', 1, 2, 0.2, 0.5), entry('a', 2, 1, 0.7, 0.195), entry('c', 3, 3, 0.004, 0.005)],
  other,
};

describe('what is asked', () => {
  it('leaves findings out and takes them in again', () => {
    const once = toggled(AS_IT_IS, 'cough');
    expect(whatIfInput(once)).toEqual({ set: [], remove: ['cough'] });
    expect(isOtherwise(toggled(once, 'cough'))).toBe(false);
  });

  it('adds findings by presence or by state, each once', () => {
    const once = withAdded(AS_IT_IS, { findingId: 'rash', name: 'Rash', presence: 'absent', certainty: 0.7 });
    const twice = withAdded(once, { findingId: 'rash', name: 'Rash', presence: 'present' });
    const three = withAdded(twice, { findingId: 'onset', name: 'Onset', value: { code: 'sudden' } });
    expect(whatIfInput(three)).toEqual({
      set: [
        { findingId: 'rash', presence: 'present' },
        { findingId: 'onset', value: { code: 'sudden' } },
      ],
      remove: [],
    });
  });

  it('takes nothing that is said of a relative, or is no finding', () => {
    const asked = withAdded(AS_IT_IS, {
      findingId: 'a',
      name: 'A',
      presence: 'present',
      assertion: 'family',
    });
    expect(isOtherwise(asked)).toBe(false);
    expect(isOtherwise(withAdded(AS_IT_IS, { findingId: 'a', name: 'A', presence: 'unknown' }))).toBe(false);
  });
});

describe('what is answered', () => {
  it('stands in its new order, Other among the diseases', () => {
    expect(whatIfRows(answer, 3).map(({ key, before }) => [key, before])).toEqual([
      ['b', 0.2],
      ['other', 0.1],
      ['a', 0.7],
    ]);
  });

  it('names a new first place and the largest steps, and nothing that hardly moves', () => {
    expect(whatIfChange(answer, 5)).toEqual({
      newFirst: 'B',
      moves: [
        { name: 'A', before: 0.7, after: 0.195 },
        { name: 'B', before: 0.2, after: 0.5 },
      ],
    });
    expect(whatIfChange({ differential: [entry('a', 1, 1, 0.5, 0.5)] }, 3)).toEqual({
      newFirst: null,
      moves: [],
    });
  });
});
