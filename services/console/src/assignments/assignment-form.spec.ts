import { assignmentOf, firstForm } from './assignment-form';

describe('assignmentOf', () => {
  it('leaves out what was left empty', () => {
    expect(assignmentOf('c', { ...firstForm, classId: '', attempts: '' })).toEqual({
      caseId: 'c',
      mode: 'graded',
      attempts: null,
      opensAt: null,
      closesAt: null,
      scored: { stages: 'last', attempt: 'best' },
    });
  });

  it('takes times as those of the reader’s clock', () => {
    const form = { ...firstForm, classId: 'k', stages: '2', closesAt: '2026-12-01T18:00' };
    expect(assignmentOf('c', form)).toMatchObject({
      classId: 'k',
      stages: 2,
      attempts: 1,
      closesAt: new Date(2026, 11, 1, 18).toISOString(),
    });
  });
});
