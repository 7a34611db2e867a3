import { z } from 'zod';
import { GeneratedBy, Instant, Language, maskedText, Uuid } from '../primitives';
import { MAX_CASE_STAGES } from './teaching-case';

/** A question, not a text. */
const LONGEST_QUESTION = 500;
/** A patient who was asked so often by one person is asked nothing more. */
export const MOST_PATIENT_QUESTIONS = 40;

const question = maskedText(LONGEST_QUESTION, 1).meta({ description: 'de-identified before it rests' });

export const AskPatientInput = z
  .strictObject({ question, language: Language })
  .meta({ id: 'AskPatientInput', example: { question: 'Have you travelled lately?', language: 'en' } });
export const AskPatientOfCaseInput = AskPatientInput.extend({
  stages: z.number().int().min(1).max(MAX_CASE_STAGES).meta({
    description: 'how many stages are open, from the first: the patient tells nothing of the others',
  }),
}).meta({
  id: 'AskPatientOfCaseInput',
  example: { question: 'Have you travelled lately?', language: 'en', stages: 1 },
});

/** What the patient may say: a sentence of the case, or a coded fact in words. */
export const ReleasedStatement = z
  .object({ id: z.string().meta({ description: 'unique in its question' }), text: z.string() })
  .meta({ id: 'ReleasedStatement' });

/** Why a sentence of the model was not kept. */
export const DroppedVoice = z.enum(['no-statement', 'number', 'withheld', 'not-plain', 'added-finding']);
export const PatientQuestionStatus = z.enum(['waiting', 'answered', 'nothing']);

/** What is kept of a model's answer: sentences with the statements that they rest on. */
export const SaidVoice = z.object({
  sentences: z.array(z.object({ text: z.string(), statements: z.array(ReleasedStatement) })),
  dropped: z.partialRecord(DroppedVoice, z.number().int().min(1)),
  generatedBy: GeneratedBy,
});

/** A question to the patient as teaching tells it. */
export const ToldPatientQuestion = z.object({
  id: Uuid,
  question: z.string().meta({ description: 'as it is kept: without identities' }),
  language: Language,
  createdAt: Instant,
  completedAt: Instant.nullable(),
  said: SaidVoice.nullable(),
});

export const PatientQuestion = ToldPatientQuestion.omit({ said: true })
  .extend({
    status: PatientQuestionStatus.meta({
      description: 'nothing: no sentence of a model stood on what was told of the case, or there is no model',
    }),
    sentences: z.array(
      z.object({ text: z.string(), statements: z.array(ReleasedStatement), generatedBy: GeneratedBy }),
    ),
    dropped: SaidVoice.shape.dropped.meta({
      description: 'sentences of the model that were not kept, by reason',
    }),
    nothing: z.string().nullable().meta({
      description: 'says that the patient has nothing to say to that: the product says so, not a model',
    }),
  })
  .meta({ id: 'PatientQuestion' });

export const PatientConversation = z
  .object({
    items: z.array(PatientQuestion).meta({ description: 'the oldest first' }),
    left: z.number().int().min(0).meta({ description: 'how many questions may still be asked' }),
    label: z.string().meta({ description: 'says that answers are AI-generated; to be shown with them' }),
    notice: z.string(),
  })
  .meta({ id: 'PatientConversation' });

export type AskPatientInput = z.infer<typeof AskPatientInput>;
export type AskPatientOfCaseInput = z.infer<typeof AskPatientOfCaseInput>;
export type ReleasedStatement = z.infer<typeof ReleasedStatement>;
export type DroppedVoice = z.infer<typeof DroppedVoice>;
export type SaidVoice = z.infer<typeof SaidVoice>;
export type ToldPatientQuestion = z.infer<typeof ToldPatientQuestion>;
export type PatientQuestion = z.infer<typeof PatientQuestion>;
export type PatientConversation = z.infer<typeof PatientConversation>;
