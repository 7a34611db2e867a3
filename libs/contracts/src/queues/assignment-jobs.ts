import { z } from 'zod';
import {
  AssignmentResult,
  AttemptHead,
  AttemptStep,
  CodedAssignment,
  CreateAssignmentInput,
} from '../http/assignment';
import { Uuid, Versions } from '../primitives';
import { JobMeta, Sealed } from './meta';
import { Asker } from './teaching-jobs';

const Asked = z.object({ meta: JobMeta, by: Asker });
const Paged = Asked.extend({ limit: z.number().int().min(1) });

/** Whatever is told of assignments and attempts: sealed for the request that asked (`SEAL_PLACES.shownAssignments`). */
export const SealedAssignment = z.object({ sealed: Sealed });

/** Answered with a `CodedAssignment`, as every job on one assignment. */
export const OfAssignmentPayload = Asked.extend({ assignmentId: Uuid });
export const CreateAssignmentPayload = OfAssignmentPayload.extend({
  versions: Versions,
  given: CreateAssignmentInput,
});
/** Answered with a page of `CodedAssignment`, the newest first. */
export const ListAssignmentsPayload = Paged.extend({ before: Uuid.optional(), classId: Uuid.optional() });
export const ToldAssignments = z.array(CodedAssignment);
/** Answered with a page of `AssignmentResult`, as many as one payload carries; `after`: the `next` of the page before. */
export const ListAssignmentResultsPayload = OfAssignmentPayload.extend({
  limit: z.number().int().min(1),
  after: Uuid.optional(),
});
/** `next`: the attempt after which the next page begins; left out after the last. */
export const AssignmentResultsPage = SealedAssignment.extend({
  next: Uuid.optional(),
  withheld: z.number().int().min(0),
});
export const ToldAssignmentResults = z.array(AssignmentResult);

/** Answered with a `CodedAttempt`, as every job on one attempt. */
export const StartAttemptPayload = OfAssignmentPayload;
export const OfAttemptPayload = Asked.extend({ attemptId: Uuid });
/** Answered with a page of `AttemptHead`, the newest first. */
export const ListAttemptsPayload = Paged.extend({ before: Uuid.optional(), assignmentId: Uuid.optional() });
export const ToldAttempts = z.array(AttemptHead);
/** An `AttemptStep`, without identities, sealed at `givenStep`. */
export const TakeStepPayload = OfAttemptPayload.extend({
  position: z.number().int().min(1),
  sealed: Sealed,
});
export const GivenStep = AttemptStep;
/** Answered with a `CodedFeedback`. */
export const ReadFeedbackPayload = OfAttemptPayload;

export type SealedAssignment = z.infer<typeof SealedAssignment>;
export type OfAssignmentPayload = z.infer<typeof OfAssignmentPayload>;
export type CreateAssignmentPayload = z.infer<typeof CreateAssignmentPayload>;
export type ListAssignmentsPayload = z.infer<typeof ListAssignmentsPayload>;
export type ListAssignmentResultsPayload = z.infer<typeof ListAssignmentResultsPayload>;
export type AssignmentResultsPage = z.infer<typeof AssignmentResultsPage>;
export type StartAttemptPayload = z.infer<typeof StartAttemptPayload>;
export type OfAttemptPayload = z.infer<typeof OfAttemptPayload>;
export type ListAttemptsPayload = z.infer<typeof ListAttemptsPayload>;
export type TakeStepPayload = z.infer<typeof TakeStepPayload>;
export type ReadFeedbackPayload = z.infer<typeof ReadFeedbackPayload>;
