import { z } from 'zod';
import { Instant, page, PageQuery, Probability, Uuid } from '../primitives';

/** Where a score stands on its way into the gradebook of a learning platform. */
export const GradeState = z.enum([
  'waiting',
  'sending',
  'delivered',
  'retrying',
  'needs-attention',
  'superseded',
  'not-wanted',
]);

/** Why a score is not delivered; a closed set, for programs and for words of the reader's language. */
export const GradeCause = z.enum([
  /** It is tried again: the platform is busy, fails, cannot be reached, or gave no answer to what was sent. */
  'busy',
  'platform-failed',
  'unreachable',
  'no-answer',
  'failed-here',
  /** Somebody has to do something. */
  'gave-up',
  'not-trusted',
  'scope-missing',
  'column-gone',
  'not-enrolled',
  'not-gradable',
  'newer-held',
  'refused',
  'not-askable',
  'not-understood',
  /** The platform keeps no grade for this link. */
  'no-gradebook',
  'no-column',
]);

export const Grade = z
  .object({
    id: Uuid,
    assignmentId: Uuid,
    learnerId: Uuid,
    platform: z.string().meta({ description: 'Name of the learning platform' }),
    score: Probability,
    state: GradeState,
    cause: GradeCause.nullable(),
    status: z.number().int().nullable().meta({ description: 'HTTP status of the last answer' }),
    tries: z.number().int().meta({ description: 'How often it was sent since it was released or asked for' }),
    sentTwice: z.boolean().meta({
      description:
        'It had to be sent again without knowing whether it had arrived: the platform may show two',
    }),
    nextTryAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    releasedAt: Instant,
  })
  .meta({ id: 'Grade' });
export const GradeList = page(Grade).meta({ id: 'GradeList' });

export const GradeQuery = PageQuery.extend({
  assignmentId: Uuid,
  state: GradeState.optional(),
});
export const ResendGradesInput = z
  .strictObject({ assignmentId: Uuid })
  .meta({ id: 'ResendGradesInput', example: { assignmentId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10' } });
export const ResentGrades = z
  .object({ resent: z.number().int().meta({ description: 'How many are on their way again' }) })
  .meta({ id: 'ResentGrades' });

export type GradeState = z.infer<typeof GradeState>;
export type GradeCause = z.infer<typeof GradeCause>;
export type Grade = z.infer<typeof Grade>;
export type GradeList = z.infer<typeof GradeList>;
export type GradeQuery = z.infer<typeof GradeQuery>;
export type ResendGradesInput = z.infer<typeof ResendGradesInput>;
export type ResentGrades = z.infer<typeof ResentGrades>;
