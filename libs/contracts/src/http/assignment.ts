import { z } from 'zod';
import { Instant, page, PageQuery, Probability, Slug, Uuid, Versions } from '../primitives';
import { TutorMode } from './tutor';
import { CodedRoomStage, RoomScore, RoomStage, StatedDifferential } from './room';
import { LocalisedText, MAX_CASE_STAGES, StageKind } from './teaching-case';

/** Most attempts that can be allowed. */
export const MAX_ATTEMPTS = 20;

/** `practice`: feedback at once. `graded`: none before the teacher releases it to all. */
export const AssignmentMode = z.enum(['practice', 'graded']);
/** `planned`: not open yet. `closed`: nothing can be committed any more. `released`: feedback is given. */
export const AssignmentState = z.enum(['planned', 'open', 'closed', 'released']);

/** Which lists of an attempt count, and which attempt of a learner. */
export const Scoring = z.strictObject({
  stages: z.enum(['last', 'all']).default('last').meta({
    description: '`last`: the list after the last stage; `all`: the mean over all stages',
  }),
  attempt: z.enum(['best', 'last']).default('best'),
});

const plan = {
  mode: AssignmentMode,
  attempts: z
    .number()
    .int()
    .min(1)
    .max(MAX_ATTEMPTS)
    .nullable()
    .meta({ description: 'how many each learner has; null: as many as they like' }),
  opensAt: Instant.nullable().meta({ description: 'null: at once' }),
  closesAt: Instant.nullable().meta({ description: 'null: never by itself' }),
  tutor: TutorMode.meta({
    description: 'what learners may ask about the engine’s list once feedback of the case is theirs',
  }),
};

export const CreateAssignmentInput = z
  .strictObject({
    caseId: Uuid,
    caseVersion: z.number().int().min(1).max(100_000).optional(),
    classId: Uuid.optional().meta({
      description: 'whose assignment it is: a class of whose staff one is. Left out: learners come by a link',
    }),
    stages: z
      .number()
      .int()
      .min(1)
      .max(MAX_CASE_STAGES)
      .optional()
      .meta({ description: 'how many of the case, from the first; left out: all' }),
    ...plan,
    attempts: plan.attempts.default(1),
    opensAt: plan.opensAt.default(null),
    closesAt: plan.closesAt.default(null),
    scored: Scoring.default({ stages: 'last', attempt: 'best' }),
    tutor: plan.tutor.default('off'),
  })
  .refine(
    ({ opensAt, closesAt }) =>
      closesAt === null || opensAt === null || Date.parse(opensAt) < Date.parse(closesAt),
    { path: ['closesAt'], message: 'must be later than opensAt', params: { code: 'too-early' } },
  )
  .meta({
    id: 'CreateAssignmentInput',
    example: {
      caseId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
      classId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11',
      mode: 'graded',
      closesAt: '2026-12-01T18:00:00.000Z',
      scored: { stages: 'last', attempt: 'best' },
    },
  });
export const ReleaseAssignmentInput = z.strictObject({}).meta({ id: 'ReleaseAssignmentInput', example: {} });

const count = z.number().int().min(0);
const Written = z.object({ en: z.string().optional(), zh: z.string().optional() });

const assignment = <T extends z.ZodType>(title: T) =>
  z.object({
    id: Uuid,
    caseId: Uuid,
    caseVersion: z.number().int(),
    classId: Uuid.nullable(),
    title,
    state: AssignmentState,
    stages: z.number().int(),
    ...plan,
    scored: Scoring,
    createdAt: Instant,
    releasedAt: Instant.nullable(),
    own: z
      .object({ attempts: count, open: Uuid.nullable() })
      .nullable()
      .meta({ description: 'of a learner: attempts begun, and which of them goes on; null to teachers' }),
    taken: z
      .object({ learners: count, attempts: count, finished: count })
      .nullable()
      .meta({ description: 'how many took it; null to learners' }),
  });
export const CodedAssignment = assignment(Written);
export const Assignment = assignment(LocalisedText).meta({ id: 'Assignment' });
export const AssignmentList = page(Assignment).meta({ id: 'AssignmentList' });
export const AssignmentListQuery = PageQuery.extend({ classId: Uuid.optional() });

/** `committing`: a list is waited for. `shown`: the stage that was committed is looked at. `ended`: closed before its end. */
export const AttemptState = z.enum(['committing', 'shown', 'finished', 'ended']);

/** What the list after one stage gave. */
const StageScore = RoomScore.extend({
  no: z.number().int(),
  part: Probability.meta({ description: '0 to 1; 0 where no list was committed' }),
  counts: z.boolean(),
});
/**
 * A score and what it is made of. A list's part is 1 − its log score on a line from ln 2000 (0) to −ln 0.97 (1): the worst that
 * can be stated, and 97 points of 100 on the diagnosis.
 */
export const AttemptScore = z
  .object({ value: Probability, stages: z.array(StageScore) })
  .meta({ id: 'AttemptScore' });

const attemptHead = {
  id: Uuid,
  assignmentId: Uuid,
  number: z.number().int().min(1),
  state: AttemptState,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  score: Probability.nullable().meta({ description: 'null until it is told' }),
};
export const AttemptHead = z.object(attemptHead).meta({ id: 'AttemptHead' });
export const AttemptList = page(AttemptHead).meta({ id: 'AttemptList' });
export const AttemptListQuery = PageQuery.extend({ assignmentId: Uuid.optional() });
export const CreateAttemptInput = z.strictObject({ assignmentId: Uuid }).meta({
  id: 'CreateAttemptInput',
  example: { assignmentId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10' },
});

/** Steps alternate: a list is committed, the next stage is asked for. The last list finishes the attempt. */
export const AttemptStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('commit'), answer: StatedDifferential }),
  z.strictObject({ kind: z.literal('next') }),
]);
export const AttemptStepInput = z
  .strictObject({
    position: z
      .number()
      .int()
      .min(1)
      .max(2 * MAX_CASE_STAGES),
    step: AttemptStep,
  })
  .meta({
    id: 'AttemptStepInput',
    example: {
      position: 1,
      step: {
        kind: 'commit',
        answer: {
          kind: 'differential',
          entries: [
            { diseaseId: 'pulmonary-embolism', points: 55 },
            { diseaseId: 'community-acquired-pneumonia', points: 20 },
            { text: 'collapsed lung', points: 10 },
          ],
          other: 15,
        },
      },
    },
  });

/** `diseaseId`: null where words match no disease, and count as Other. `text`: own words, while they are kept. */
const OwnEntry = z.object({ diseaseId: Slug.nullable(), text: z.string().nullable(), points: count });
/** A list that was committed to. */
export const OwnList = z.object({ entries: z.array(OwnEntry), other: count, committedAt: Instant });

/** An attempt and its feedback as they travel (texts as written, ids) and as they are told (one language, with names). */
const shapes = <N extends z.core.$ZodLooseShape, T extends z.ZodType, S extends z.ZodObject>(
  named: N,
  text: T,
  stage: S,
) => {
  const own = OwnList.extend({ entries: z.array(OwnEntry.extend(named)) });
  const { engine, stageKey, afterwards } = stage.shape;
  const Attempt = z.object({
    ...attemptHead,
    title: text,
    mode: AssignmentMode,
    of: z.number().int().meta({ description: 'how many stages it has' }),
    /** Of the step that comes next. */
    position: z.number().int(),
    closesAt: Instant.nullable(),
    tutor: TutorMode.meta({ description: 'what may be asked with the feedback' }),
    patientAnswers: z.boolean().meta({ description: 'whether the patient may be asked' }),
    /** As far as they are reached. The engine's list: in practice, after the commit, while no list is waited for. */
    stages: z.array(
      z.object({
        no: z.number().int(),
        kind: StageKind,
        title: text.nullable(),
        text,
        own: own.nullable(),
        engine: engine as S['shape']['engine'],
      }),
    ),
    versions: Versions,
  });
  const Feedback = z.object({
    attemptId: Uuid,
    assignmentId: Uuid,
    score: AttemptScore,
    stages: z.array(
      z.object({
        no: z.number().int(),
        engine: engine as S['shape']['engine'],
        stageKey: stageKey as S['shape']['stageKey'],
      }),
    ),
    afterwards: afterwards as S['shape']['afterwards'],
    versions: Versions,
  });
  return { Attempt, Feedback };
};

const coded = shapes({}, Written, CodedRoomStage);
const told = shapes({ name: z.string().nullable() }, LocalisedText, RoomStage);
const notice = { notice: z.string() };

export const CodedAttempt = coded.Attempt;
export const CodedFeedback = coded.Feedback;
export const Attempt = told.Attempt.extend(notice).meta({ id: 'Attempt' });
export const Feedback = told.Feedback.extend(notice).meta({ id: 'Feedback' });

/** Whose attempt is reviewed. */
const ReviewedLearner = z.object({
  learnerId: Uuid,
  pseudonym: z.string(),
  name: z.string().nullable().meta({ description: 'as chosen by the learner, if at all' }),
  linkId: Uuid.nullable().meta({ description: 'by which link they came; null: as one of the class' }),
});
export const CodedReview = z.object({
  learner: ReviewedLearner,
  attempt: CodedAttempt,
  feedback: CodedFeedback,
});
export const AttemptReview = z
  .object({ learner: ReviewedLearner, attempt: Attempt, feedback: Feedback })
  .meta({ id: 'AttemptReview' });

/** One learner of an assignment, by the attempt that counts. */
export const AssignmentResult = z
  .object({
    learnerId: Uuid,
    pseudonym: z.string(),
    name: z.string().nullable().meta({ description: 'as chosen by the learner, if at all' }),
    linkId: Uuid.nullable().meta({ description: 'by which link they came; null: as one of the class' }),
    attempts: count,
    attemptId: Uuid,
    state: AttemptState,
    startedAt: Instant,
    finishedAt: Instant.nullable(),
    score: AttemptScore,
  })
  .meta({ id: 'AssignmentResult' });
export const AssignmentResults = page(AssignmentResult)
  .extend({
    withheld: count.meta({
      description: 'learners whose practice is not shown, since they did not agree to that',
    }),
  })
  .meta({ id: 'AssignmentResults' });

export type AssignmentMode = z.infer<typeof AssignmentMode>;
export type AssignmentState = z.infer<typeof AssignmentState>;
export type Scoring = z.infer<typeof Scoring>;
export type CreateAssignmentInput = z.infer<typeof CreateAssignmentInput>;
export type CodedAssignment = z.infer<typeof CodedAssignment>;
export type Assignment = z.infer<typeof Assignment>;
export type AssignmentList = z.infer<typeof AssignmentList>;
export type AttemptState = z.infer<typeof AttemptState>;
export type AttemptScore = z.infer<typeof AttemptScore>;
export type AttemptHead = z.infer<typeof AttemptHead>;
export type AttemptList = z.infer<typeof AttemptList>;
export type CreateAttemptInput = z.infer<typeof CreateAttemptInput>;
export type AttemptStep = z.infer<typeof AttemptStep>;
export type AttemptStepInput = z.infer<typeof AttemptStepInput>;
export type CodedAttempt = z.infer<typeof CodedAttempt>;
export type CodedFeedback = z.infer<typeof CodedFeedback>;
export type Attempt = z.infer<typeof Attempt>;
export type Feedback = z.infer<typeof Feedback>;
export type CodedReview = z.infer<typeof CodedReview>;
export type AttemptReview = z.infer<typeof AttemptReview>;
export type AssignmentResult = z.infer<typeof AssignmentResult>;
export type AssignmentResults = z.infer<typeof AssignmentResults>;
