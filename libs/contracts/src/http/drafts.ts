import { z } from 'zod';
import { GeneratedBy, Instant, Language, maskedText, Uuid } from '../primitives';

export const MOST_DRAFTED_QUESTIONS = 5;
export const MOST_CRITERIA = 8;
/** Kept at once of one case, and of one participant's answer. */
export const MOST_DRAFTS = 40;

/** `failed`: the model gave nothing that can be used, or none answered. */
export const DraftStatus = z.enum(['waiting', 'written', 'failed']);
export const DraftFault = z.enum(['no-answer', 'unusable-answer', 'nothing-kept', 'identity']);
const dropped = z.record(z.string(), z.number().int().min(1)).meta({
  description: 'what of the model’s answer was not kept, by reason',
});

export const CreateQuestionDraftsInput = z
  .strictObject({
    language: Language,
    count: z.number().int().min(1).max(MOST_DRAFTED_QUESTIONS).default(3),
  })
  .meta({ id: 'CreateQuestionDraftsInput', example: { language: 'en', count: 3 } });

/** A draft of a question with one best answer, as a model wrote it. */
export const DraftedQuestion = z
  .object({
    stem: z.string(),
    options: z.array(z.object({ text: z.string(), right: z.boolean() })),
    explanation: z.array(
      z.object({ text: z.string(), evidence: z.array(z.object({ id: z.string(), text: z.string() })) }),
    ),
  })
  .meta({ id: 'DraftedQuestion' });

const draft = {
  id: Uuid,
  language: Language,
  createdAt: Instant,
  completedAt: Instant.nullable(),
  generatedBy: GeneratedBy.nullable(),
  dropped,
};
/** Drafts as teaching tells them. */
export const ToldQuestionDrafts = z.object({
  ...draft,
  questions: z.array(DraftedQuestion),
  fault: DraftFault.nullable(),
});
const faultInWords = z.object({ code: DraftFault, text: z.string() }).nullable();
export const QuestionDrafts = ToldQuestionDrafts.extend({
  status: DraftStatus,
  fault: faultInWords,
  label: z.string().meta({ description: 'says that this is an AI-generated draft; to be shown with it' }),
  notice: z.string(),
}).meta({ id: 'QuestionDrafts' });
export const QuestionDraftsList = z
  .object({ items: z.array(QuestionDrafts).meta({ description: 'the newest first' }), notice: z.string() })
  .meta({ id: 'QuestionDraftsList' });

const criterion = maskedText(200, 1);
export const CreateFeedbackDraftInput = z
  .strictObject({
    roundId: Uuid.meta({ description: 'a closed question whose answers are sentences' }),
    number: z.number().int().min(1).meta({ description: 'of the participant who wrote' }),
    language: Language,
    rubric: z.array(criterion).min(1).max(MOST_CRITERIA).meta({
      description: 'what a good problem representation has, one criterion each',
    }),
  })
  .meta({
    id: 'CreateFeedbackDraftInput',
    example: {
      roundId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
      number: 7,
      language: 'en',
      rubric: ['Age and sex', 'Onset and time course'],
    },
  });

export const RubricJudgement = z.enum(['met', 'partly', 'missing']);
const judged = { criterion: z.string(), judgement: RubricJudgement };
/** Feedback on one criterion; `quote`: the participant's words that meet it. */
export const CriterionFeedback = z
  .object({ ...judged, quote: z.string().nullable(), advice: z.string() })
  .meta({ id: 'CriterionFeedback' });

/** Feedback as a teacher released it: the teacher's words, however they began. */
export const ReleasedFeedback = z.object({
  criteria: z.array(z.object({ ...judged, advice: z.string() })),
  releasedAt: Instant,
  draftedBy: GeneratedBy,
  label: z.string().optional().meta({ description: 'says that this is AI-generated' }),
});
/** A draft of feedback as teaching tells it. */
export const ToldFeedbackDraft = z.object({
  ...draft,
  roundId: Uuid,
  number: z.number().int(),
  representation: z.string().meta({ description: 'what the participant wrote' }),
  criteria: z.array(CriterionFeedback),
  fault: DraftFault.nullable(),
  released: ReleasedFeedback.nullable(),
});
export const FeedbackDraft = ToldFeedbackDraft.extend({
  status: DraftStatus,
  fault: faultInWords,
  label: QuestionDrafts.shape.label,
  notice: z.string(),
}).meta({ id: 'FeedbackDraft' });
export const FeedbackDraftList = z
  .object({ items: z.array(FeedbackDraft).meta({ description: 'the newest first' }), notice: z.string() })
  .meta({ id: 'FeedbackDraftList' });

export const ReleaseFeedbackInput = z
  .strictObject({
    criteria: z
      .array(
        z.strictObject({
          criterion,
          judgement: RubricJudgement,
          advice: maskedText(600, 1),
        }),
      )
      .min(1)
      .max(MOST_CRITERIA),
  })
  .meta({
    id: 'ReleaseFeedbackInput',
    example: {
      criteria: [{ criterion: 'Age and sex', judgement: 'met', advice: 'Clear from the first words.' }],
    },
  });

export const FeedbackDraftAddress = z.object({ draftId: Uuid });
export const DraftQuery = z.object({ roundId: Uuid.optional() });

export type DraftFault = z.infer<typeof DraftFault>;
export type CreateQuestionDraftsInput = z.infer<typeof CreateQuestionDraftsInput>;
export type DraftedQuestion = z.infer<typeof DraftedQuestion>;
export type ToldQuestionDrafts = z.infer<typeof ToldQuestionDrafts>;
export type QuestionDrafts = z.infer<typeof QuestionDrafts>;
export type QuestionDraftsList = z.infer<typeof QuestionDraftsList>;
export type CreateFeedbackDraftInput = z.infer<typeof CreateFeedbackDraftInput>;
export type CriterionFeedback = z.infer<typeof CriterionFeedback>;
export type ReleasedFeedback = z.infer<typeof ReleasedFeedback>;
export type ToldFeedbackDraft = z.infer<typeof ToldFeedbackDraft>;
export type FeedbackDraft = z.infer<typeof FeedbackDraft>;
export type FeedbackDraftList = z.infer<typeof FeedbackDraftList>;
export type ReleaseFeedbackInput = z.infer<typeof ReleaseFeedbackInput>;
