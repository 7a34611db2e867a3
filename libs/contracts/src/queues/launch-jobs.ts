import { z } from 'zod';
import { Instant, Probability, Slug, Uuid } from '../primitives';
import { JobMeta, Sealed } from './meta';
import { Asker, CaseText } from './teaching-jobs';

/** What a learning management system links to; a case is made an assignment of before it is. */
export const PickableKind = z.enum(['assignment', 'room', 'case']);
/** Most entries of one page, and the points that a full score is in a gradebook. */
export const MAX_PICKABLE = 100;
export const GRADEBOOK_MAXIMUM = 100;
/**
 * A list to pick from, of one kind, the newest first: assignments and rooms that are not over and that the asker leads, cases of
 * the library. Answered with a page of `Pickable`, sealed at `shownAssignments`.
 */
export const PickableContentPayload = z.object({
  meta: JobMeta,
  by: Asker,
  kind: PickableKind,
  limit: z.number().int().min(1).max(MAX_PICKABLE),
  /** How many come before this page. */
  from: z.number().int().min(0),
});
export const Pickable = z.object({
  id: Uuid,
  kind: PickableKind,
  title: CaseText,
  /** Of what is scored: the full score in a gradebook. Null for a room. */
  maximum: z.literal(GRADEBOOK_MAXIMUM).nullable(),
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
});
export const ToldPickable = z.array(Pickable);

/** By which link, in whose gradebook, a learner was launched. The ids are the asking service's own. */
const OfLink = z.object({ meta: JobMeta, linkId: Uuid, learnerId: Uuid });

/** Where a link leads. */
const Linked = z.object({ kind: z.enum(['assignment', 'room']), id: Uuid });

/** A teacher opened a link: from then on what it leads to is seen by the teachers of its course. */
export const OpenCourseLinkPayload = z.object({
  meta: JobMeta,
  linkId: Uuid,
  courseId: Uuid,
  content: Linked,
});

/** Which attempt a review means: of those of the learner by this link the one that counts. Refused: `not-found`, `forbidden`. */
export const ReviewedAttemptPayload = OfLink.extend({ by: Asker, assignmentId: Uuid });
export const ReviewedAttempt = z.object({ attemptId: Uuid });

/**
 * The place of a launched learner: their attempt at an assignment (the one that goes on, else a new one while there are
 * attempts left, else the last), or their seat in a room. The learner is made where there is none of this id; the same link and
 * learner find the same place. Refused: `not-found`, `learner-erased`, `not-open`, `assignment-closed` to whoever has not begun,
 * `case-in-room`, `room-ended`, `room-full`, `room-locked`.
 */
export const AttemptOfLearnerPayload = OfLink.extend({
  content: Linked,
  /** The course that the link stands in. */
  courseId: Uuid.optional(),
});
export const AttemptOfLearner = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('assignment'),
    assignmentId: Uuid,
    attemptId: Uuid,
    /** When the assignment closes; left out by services that do not say it yet. */
    closesAt: Instant.nullable().optional(),
  }),
  z.object({
    kind: z.literal('room'),
    roomId: Uuid,
    participantId: Uuid,
    number: z.number().int().min(1),
  }),
]);

/** As the Assignment and Grade Services call them (LTI-AGS 2.0, sections 3.4.7 and 3.4.8). */
export const ActivityProgress = z.enum(['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed']);
export const GradingProgress = z.enum(['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady']);
/** A score that a learner may see; a higher version of the same link and learner takes the place of a lower one. */
export const ScoreReleasedPayload = OfLink.extend({
  version: z.number().int().min(1),
  score: Probability,
  activityProgress: ActivityProgress,
  gradingProgress: GradingProgress,
  submittedAt: Instant,
});

/**
 * A step of a launched learner's attempt, told by the transaction that takes it: for records that want to know more than a
 * score.
 */
export const AttemptSteppedPayload = OfLink.extend({
  attemptId: Uuid,
  /** Of the step, from 1: with the attempt it says which step this was. */
  position: z.number().int().min(1),
  /** The stage that the attempt has reached, from 1. */
  stage: z.number().int().min(1),
  /** The list that was committed, as probabilities; null in `diseaseId`: Other. Null for going on to the next stage. */
  differential: z.array(z.object({ diseaseId: Slug.nullable(), probability: Probability })).nullable(),
  finished: z.boolean(),
  /** Of a finished attempt, where the learner may see it at once. */
  score: Probability.nullable(),
  at: Instant,
});

/**
 * Erase a launched learner. Teaching tells integration when the learner or an administrator has it done, once, in the
 * transaction that erases them there. Integration tells teaching when a platform goes or nobody launched for long;
 * teaching acknowledges with `learner-erased.v1`. Twice does no harm in either direction.
 */
export const EraseLaunchedLearnerPayload = z.object({ meta: JobMeta, learnerId: Uuid });
export const LearnerErasedPayload = EraseLaunchedLearnerPayload.extend({ service: z.literal('teaching') });

export const PickablePage = z.object({ sealed: Sealed, more: z.boolean() });

export type PickableKind = z.infer<typeof PickableKind>;
export type PickableContentPayload = z.infer<typeof PickableContentPayload>;
export type Pickable = z.infer<typeof Pickable>;
export type PickablePage = z.infer<typeof PickablePage>;
export type OpenCourseLinkPayload = z.infer<typeof OpenCourseLinkPayload>;
export type ReviewedAttemptPayload = z.infer<typeof ReviewedAttemptPayload>;
export type ReviewedAttempt = z.infer<typeof ReviewedAttempt>;
export type AttemptOfLearnerPayload = z.infer<typeof AttemptOfLearnerPayload>;
export type AttemptOfLearner = z.infer<typeof AttemptOfLearner>;
export type ScoreReleasedPayload = z.infer<typeof ScoreReleasedPayload>;
export type AttemptSteppedPayload = z.infer<typeof AttemptSteppedPayload>;
export type EraseLaunchedLearnerPayload = z.infer<typeof EraseLaunchedLearnerPayload>;
export type LearnerErasedPayload = z.infer<typeof LearnerErasedPayload>;
