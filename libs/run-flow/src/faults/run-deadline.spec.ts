import { runMetas } from '@openrounds/testing';
import { runDeadline } from './run-deadline';

describe('the deadline of a job', () => {
  const deadlineOf = runDeadline(600);

  it('counts from the acceptance of its run', () => {
    const meta = runMetas.build({ acceptedAt: '2026-11-20T08:00:00.000Z' });
    expect(deadlineOf({ meta, options: {} })).toEqual(new Date('2026-11-20T08:10:00.000Z'));
  });

  it.each([
    ['an erasure', { meta: { tenantId: 'school', requestId: 'req-1' }, caseId: 'c' }],
    ['what cannot be read', null],
  ])('is none for %s', (_, payload) => {
    expect(deadlineOf(payload)).toBeUndefined();
  });
});
