import { type ConsentInput, type ConsentPurpose } from '@openrounds/contracts';
import { type Decision } from '../ports/learner-store';
import { consentsOf, decisionsToAdd } from './consents';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);
const decided = (purpose: ConsentPurpose, granted: boolean, at = NOW): Decision => ({
  purpose,
  granted,
  textVersion: 1,
  at,
});
const given = (purpose: ConsentPurpose, granted: boolean, textVersion = 1): ConsentInput => ({
  purpose,
  granted,
  textVersion,
});

describe('consents', () => {
  it.each([
    [true, [true, false, false]],
    [false, [false, false, false]],
  ])('where nothing was decided and somebody has an account (%p)', (account, granted) => {
    const consents = consentsOf([], account);
    expect(consents.map(({ purpose }) => purpose)).toEqual(['keep', 'class', 'research']);
    expect(consents.map((each) => each.granted)).toEqual(granted);
    expect(consents.every(({ at, textVersion }) => at === null && textVersion === null)).toBe(true);
  });

  it('hold as they were decided', () => {
    expect(consentsOf([decided('keep', false), decided('class', true)], true)).toEqual([
      { purpose: 'keep', granted: false, at: NOW.toISOString(), textVersion: 1 },
      { purpose: 'class', granted: true, at: NOW.toISOString(), textVersion: 1 },
      { purpose: 'research', granted: false, at: null, textVersion: null },
    ]);
  });

  it('are added where they say something new: another answer, or the same to another text', () => {
    const newest = [decided('keep', true), decided('class', true)];
    const all = [given('keep', true), given('class', false), given('research', false)];
    expect(decisionsToAdd(newest, all, later(5000))).toEqual([
      { ...given('class', false), at: later(5000) },
      { ...given('research', false), at: later(5001) },
    ]);
    expect(decisionsToAdd(newest, [given('keep', true, 2)], later(5000))).toHaveLength(1);
  });

  it('come after those before them, though the clock went back', () => {
    const newest = [decided('keep', true, later(9000))];
    expect(decisionsToAdd(newest, [given('keep', false)], NOW)).toEqual([
      { ...given('keep', false), at: later(9001) },
    ]);
  });
});
