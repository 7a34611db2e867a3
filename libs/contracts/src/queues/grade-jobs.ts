import { z } from 'zod';
import { Grade, GradeState } from '../http/grade';
import { Uuid } from '../primitives';
import { JobMeta } from './meta';

/** Sends what waits for the platform of a score: that score, unless it was sent or erased meanwhile, and others. */
export const PostGradePayload = z.object({ meta: JobMeta, gradeId: Uuid });

export const OfGradePayload = PostGradePayload;
/** Scores of an assignment: of one learner where one is named. */
const OfAssignment = z.object({ meta: JobMeta, assignmentId: Uuid });
export const ListGradesPayload = OfAssignment.extend({
  /** Those of this course alone. */
  courseId: Uuid.optional(),
  learnerId: Uuid.optional(),
  state: GradeState.optional(),
  limit: z.number().int(),
  before: Uuid.optional(),
});
/** The newest first. */
export const Grades = z.object({ items: z.array(Grade), more: z.boolean() });
/** Has scores sent again that wait for somebody or for their next try: all of the assignment, or the one that is named. */
export const ResendGradesPayload = OfAssignment.extend({
  gradeId: Uuid.optional(),
  courseId: Uuid.optional(),
});

export type PostGradePayload = z.infer<typeof PostGradePayload>;
export type OfGradePayload = z.infer<typeof OfGradePayload>;
export type ListGradesPayload = z.infer<typeof ListGradesPayload>;
export type Grades = z.infer<typeof Grades>;
export type ResendGradesPayload = z.infer<typeof ResendGradesPayload>;
