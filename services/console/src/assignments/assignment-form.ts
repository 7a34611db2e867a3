import type { CreateAssignment } from '../api/types';

/** The form as it is typed; times are the reader's own, without zone. */
export interface AssignmentForm {
  /** Empty for none. */
  readonly classId: string;
  readonly mode: 'practice' | 'graded';
  readonly stages: string;
  readonly attempts: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly scoredStages: 'last' | 'all';
  readonly scoredAttempt: 'best' | 'last';
  readonly tutor: 'off' | 'answers' | 'socratic';
}

export const firstForm = {
  mode: 'graded',
  stages: '',
  attempts: '1',
  opensAt: '',
  closesAt: '',
  scoredStages: 'last',
  scoredAttempt: 'best',
  tutor: 'off',
} as const satisfies Omit<AssignmentForm, 'classId'>;

const instantOf = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());

/** What is asked of the server. */
export const assignmentOf = (caseId: string, form: AssignmentForm): CreateAssignment => ({
  caseId,
  ...(form.classId !== '' && { classId: form.classId }),
  mode: form.mode,
  ...(form.stages !== '' && { stages: Number(form.stages) }),
  attempts: form.attempts === '' ? null : Number(form.attempts),
  opensAt: instantOf(form.opensAt),
  closesAt: instantOf(form.closesAt),
  scored: { stages: form.scoredStages, attempt: form.scoredAttempt },
  ...(form.tutor !== 'off' && { tutor: form.tutor }),
});
