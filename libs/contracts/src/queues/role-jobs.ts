import { z } from 'zod';
import {
  CriterionFeedback,
  DraftedQuestion,
  DraftFault,
  MOST_DRAFTED_QUESTIONS,
  ReleaseFeedbackInput,
  ToldFeedbackDraft,
  ToldQuestionDrafts,
} from '../http/drafts';
import { ReleasedStatement, SaidVoice, ToldPatientQuestion } from '../http/patient-voice';
import { GeneratedBy, Language, Slug, Uuid, Versions } from '../primitives';
import { JobMeta, Sealed } from './meta';
import { EngineFacts } from './run-jobs';
import { Asker } from './teaching-jobs';

/** The roles that a language model plays for teaching. */
export const TeachingRole = z.enum(['patient', 'question-drafter', 'feedback-drafter']);

/**
 * Whose question it is: `userId` names whose budget, a learner or a teacher. No case is named, so that no answer is kept for a second
 * question: what is kept of it rests in teaching alone.
 */
export const RoleMeta = JobMeta.extend({
  versions: Versions,
  acceptedAt: z.iso.datetime(),
  userId: z.string().min(1),
});

/** What a patient may say, what they are asked, and the names that are not said. Facts are of the stages that are open. */
export const PatientAsked = z.object({
  language: Language,
  facts: EngineFacts,
  sentences: z.array(ReleasedStatement),
  question: z.string(),
  withheld: z.array(z.string()),
});
export const QuestionsAsked = z.object({
  language: Language,
  facts: EngineFacts,
  key: Slug,
  evidence: z.array(ReleasedStatement),
  count: z.number().int().min(1).max(MOST_DRAFTED_QUESTIONS),
});
export const FeedbackAsked = z.object({
  language: Language,
  representation: z.string(),
  rubric: z.array(z.string()),
});

const dropped = ToldQuestionDrafts.shape.dropped;
export const DraftedQuestions = z.object({
  questions: z.array(DraftedQuestion),
  dropped,
  generatedBy: GeneratedBy,
});
export const DraftedFeedback = z.object({
  criteria: z.array(CriterionFeedback),
  dropped,
  generatedBy: GeneratedBy,
});

/** What each role is asked and what is kept of its answer; both travel and rest sealed. */
export const ROLE_SHAPES = {
  patient: { asked: PatientAsked, said: SaidVoice },
  'question-drafter': { asked: QuestionsAsked, said: DraftedQuestions },
  'feedback-drafter': { asked: FeedbackAsked, said: DraftedFeedback },
} as const;

export const PlayRolePayload = z.object({
  meta: RoleMeta,
  role: TeachingRole,
  roleRequestId: Uuid,
  sealed: Sealed,
});
/** `sealed` is left out where nothing is told. */
export const RolePlayedPayload = z.object({
  meta: JobMeta,
  role: TeachingRole,
  roleRequestId: Uuid,
  fault: DraftFault.nullable(),
  sealed: Sealed.optional(),
});

/** The id of a request's job: each is answered once. */
export const roleJobId = (roleRequestId: string, step: 'play' | 'played'): string =>
  `${roleRequestId}-role-${step}-v1`;

/** Sentences, each with what it was said of; answered with those that tell a finding which that does not. */
export const SpokenSentences = z.array(z.object({ spoken: z.string(), told: z.array(z.string()) }));
export const AddedFindingsPayload = z.object({
  meta: JobMeta,
  roleRequestId: Uuid,
  knowledge: z.string(),
  /** `SpokenSentences`. */
  sealed: Sealed,
});
export const AddedFindings = z.object({ added: z.array(z.number().int().min(0)) });

const Asked = z.object({ meta: JobMeta, by: Asker });
/** A question to the patient, without identities, sealed at `givenRoleRequest`; of a case with how many of its stages are open. */
const Question = Asked.extend({
  roleRequestId: Uuid,
  versions: Versions,
  language: Language,
  sealed: Sealed,
});
export const AskPatientPayload = z.union([
  Question.extend({ attemptId: Uuid }),
  Question.extend({ caseId: Uuid, stages: z.number().int().min(1) }),
]);
export const ListPatientQuestionsPayload = z.union([
  Asked.extend({ attemptId: Uuid }),
  Asked.extend({ caseId: Uuid }),
]);
export const ToldPatientQuestions = z.array(ToldPatientQuestion);
export const DraftQuestionsPayload = Asked.extend({
  roleRequestId: Uuid,
  caseId: Uuid,
  versions: Versions,
  language: Language,
  count: QuestionsAsked.shape.count,
});
export const ListQuestionDraftsPayload = Asked.extend({ caseId: Uuid });
export const ToldQuestionDraftsList = z.array(ToldQuestionDrafts);
/** The rubric, without identities, sealed at `givenRoleRequest`. */
export const DraftFeedbackPayload = Asked.extend({
  roleRequestId: Uuid,
  roomId: Uuid,
  roundId: Uuid,
  number: z.number().int().min(1),
  versions: Versions,
  language: Language,
  sealed: Sealed,
});
export const GivenRubric = z.array(z.string());
export const ListFeedbackDraftsPayload = Asked.extend({ roomId: Uuid, roundId: Uuid.optional() });
export const ToldFeedbackDrafts = z.array(ToldFeedbackDraft);
/** What a teacher made of a draft, without identities, sealed at `givenRoleRequest`. */
export const ReleaseFeedbackPayload = Asked.extend({ roomId: Uuid, roleRequestId: Uuid, sealed: Sealed });
export const GivenFeedback = ReleaseFeedbackInput;
/** What is told of all of these: sealed for the request that asked (`SEAL_PLACES.shownRoleRequests`). */
export const SealedRoleRequests = z.object({ sealed: Sealed });

export type TeachingRole = z.infer<typeof TeachingRole>;
export type RoleMeta = z.infer<typeof RoleMeta>;
export type PatientAsked = z.infer<typeof PatientAsked>;
export type QuestionsAsked = z.infer<typeof QuestionsAsked>;
export type FeedbackAsked = z.infer<typeof FeedbackAsked>;
export type DraftedQuestions = z.infer<typeof DraftedQuestions>;
export type DraftedFeedback = z.infer<typeof DraftedFeedback>;
export type PlayRolePayload = z.infer<typeof PlayRolePayload>;
export type RolePlayedPayload = z.infer<typeof RolePlayedPayload>;
export type SpokenSentences = z.infer<typeof SpokenSentences>;
export type AddedFindingsPayload = z.infer<typeof AddedFindingsPayload>;
export type AddedFindings = z.infer<typeof AddedFindings>;
export type AskPatientPayload = z.infer<typeof AskPatientPayload>;
export type ListPatientQuestionsPayload = z.infer<typeof ListPatientQuestionsPayload>;
export type DraftQuestionsPayload = z.infer<typeof DraftQuestionsPayload>;
export type ListQuestionDraftsPayload = z.infer<typeof ListQuestionDraftsPayload>;
export type DraftFeedbackPayload = z.infer<typeof DraftFeedbackPayload>;
export type ListFeedbackDraftsPayload = z.infer<typeof ListFeedbackDraftsPayload>;
export type ReleaseFeedbackPayload = z.infer<typeof ReleaseFeedbackPayload>;
export type SealedRoleRequests = z.infer<typeof SealedRoleRequests>;
