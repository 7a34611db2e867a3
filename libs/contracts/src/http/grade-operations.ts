import { z } from 'zod';
import { Uuid } from '../primitives';
import { GradeList, GradeQuery, ResendGradesInput, ResentGrades } from './grade';
import { EVERYONE, INTERACTIVE, ok, type Operation, READ, TEACHERS, WRITE } from './operation';

const tag = 'Learning platforms';
const OF_ONE = ['not-found', ...INTERACTIVE] as const;

/** Scores in the gradebooks of learning platforms. Without a public address of the installation each of them is not found. */
export const GRADE_OPERATIONS = {
  listLtiGrades: {
    method: 'get',
    path: '/v1/lti/grades',
    tag,
    roles: EVERYONE,
    summary: 'What of an assignment was sent to gradebooks, what was not, and why; newest first',
    description: 'Whoever leads the assignment sees all scores, a learner their own.',
    query: () => GradeQuery,
    success: ok(() => GradeList),
    errors: [...READ, ...OF_ONE],
  },
  resendLtiGrade: {
    method: 'post',
    path: '/v1/lti/grades/{id}/resend',
    tag,
    roles: TEACHERS,
    summary: 'Send a score again that waits for somebody or for its next try; one that was delivered is not',
    params: () => z.object({ id: Uuid }),
    success: ok(() => ResentGrades),
    errors: [...READ, ...OF_ONE],
  },
  resendLtiGrades: {
    method: 'post',
    path: '/v1/lti/grades/resend',
    tag,
    roles: TEACHERS,
    summary: 'The same for all scores of an assignment',
    body: () => ResendGradesInput,
    success: ok(() => ResentGrades),
    errors: [...WRITE, ...OF_ONE],
  },
} as const satisfies Readonly<Record<string, Operation>>;
