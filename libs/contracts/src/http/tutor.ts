import { z } from 'zod';
import { Instant, Language, maskedText, page, Uuid } from '../primitives';
import { NarrationFault, SaidSentences, ToldSentence, type NarrationEvidence } from './narration';

/** A question, not a text. */
export const LONGEST_TUTOR_QUESTION = 1_000;
/** A thread that was asked so often takes no further question. */
export const MOST_TUTOR_QUESTIONS = 40;

/** What a teacher lets learners or a room ask: nothing, questions that are answered, or questions that are led by questions. */
export const TutorMode = z.enum(['off', 'answers', 'socratic']);

export const CreateTutorThreadInput = z
  .strictObject({
    language: Language,
    socratic: z.boolean().default(false).meta({
      description: 'whether the tutor leads by a question of its own rather than tells the answer',
    }),
  })
  .meta({ id: 'CreateTutorThreadInput', example: { language: 'en', socratic: false } });

/** Of an attempt or a room: whether the tutor leads by questions is its teacher's to say. */
export const BeginTutorThreadInput = z
  .strictObject({ language: Language })
  .meta({ id: 'BeginTutorThreadInput', example: { language: 'en' } });

export const AskTutorInput = z
  .strictObject({
    question: maskedText(LONGEST_TUTOR_QUESTION, 1).meta({ description: 'de-identified before it rests' }),
  })
  .meta({ id: 'AskTutorInput', example: { question: 'Why does pulmonary embolism lead?' } });

/** Why there is no answer; `identity`: the question still names somebody, and was not sent. */
export const TutorFault = z.enum([...NarrationFault.options, 'identity']);
export const TutorStatus = z.enum(['waiting', 'answered', 'unanswered', 'failed']);

/** What is kept of a model's answer. */
export const SaidTutoring = SaidSentences.extend({
  /** Whether the model says that the evidence answers the question. */
  answered: z.boolean(),
  asksBack: SaidSentences.shape.sentences.element.nullable(),
});

export const TutorQuestion = z
  .object({
    id: Uuid,
    threadId: Uuid,
    status: TutorStatus.meta({
      description: 'unanswered: the evidence of the list does not answer the question',
    }),
    question: z.string().meta({ description: 'as it is kept: without identities' }),
    createdAt: Instant,
    completedAt: Instant.nullable(),
    sentences: z.array(ToldSentence),
    asksBack: ToldSentence.nullable(),
    dropped: SaidSentences.shape.dropped.meta({
      description: 'sentences of the model that were not kept, by reason',
    }),
    unanswered: z
      .string()
      .nullable()
      .meta({ description: 'says that the evidence of the list does not answer the question' }),
    fault: z.object({ code: TutorFault, text: z.string() }).nullable(),
    label: z.string().meta({ description: 'says that this is AI-generated; to be shown with it' }),
    notice: z.string(),
  })
  .meta({ id: 'TutorQuestion' });

const about = {
  runId: Uuid.nullable().meta({
    description: 'the run that it is about; null where it is about another list',
  }),
  attemptId: Uuid.nullable().meta({ description: 'the attempt of which the engine’s list is asked about' }),
  roomId: Uuid.nullable().meta({ description: 'the room of which the engine’s lists are asked about' }),
};

export const TutorThread = z
  .object({
    id: Uuid,
    ...about,
    language: Language,
    socratic: z.boolean(),
    createdAt: Instant,
    questions: z.array(TutorQuestion).meta({ description: 'the oldest first' }),
    notice: z.string(),
  })
  .meta({ id: 'TutorThread' });

/** A thread as one line of a list. */
export const TutorThreadSummary = z
  .object({
    id: Uuid,
    ...about,
    language: Language,
    socratic: z.boolean(),
    createdAt: Instant,
    asked: z.number().int().min(0).meta({ description: 'how many questions it holds' }),
    first: z.string().nullable().meta({ description: 'its first question, without identities' }),
  })
  .meta({ id: 'TutorThreadSummary' });
export const TutorThreadList = page(TutorThreadSummary).meta({ id: 'TutorThreadList' });

/** Whose a thread is: nobody else reads it or asks in it. One of a room is of all who lead the room. */
export interface TutorOwner {
  readonly kind: 'person' | 'learner' | 'room';
  readonly id: string;
}

/** Of which list a thread is: that of a run, or what the engine says in an attempt or a room. */
export interface TutorSubject {
  readonly kind: 'run' | 'attempt' | 'room';
  readonly id: string;
}

/** A thread as it is kept. */
export interface TutorThreadRecord {
  readonly id: string;
  readonly about: TutorSubject;
  readonly owner: TutorOwner;
  readonly language: Language;
  readonly socratic: boolean;
  readonly createdAt: Date;
}

/** A thread of a list as it is kept. */
export interface ListedTutorThread extends TutorThreadRecord {
  readonly asked: number;
  readonly first: string | null;
}

/** A question as it is kept. */
export interface TutorQuestionRecord {
  readonly id: string;
  readonly threadId: string;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly question: string;
  readonly evidence: readonly NarrationEvidence[];
  readonly said: SaidTutoring | null;
  readonly fault: TutorFault | null;
}

export type CreateTutorThreadInput = z.infer<typeof CreateTutorThreadInput>;
export type BeginTutorThreadInput = z.infer<typeof BeginTutorThreadInput>;
export type AskTutorInput = z.infer<typeof AskTutorInput>;
export type TutorFault = z.infer<typeof TutorFault>;
export type TutorStatus = z.infer<typeof TutorStatus>;
export type SaidTutoring = z.infer<typeof SaidTutoring>;
export type TutorQuestion = z.infer<typeof TutorQuestion>;
export type TutorMode = z.infer<typeof TutorMode>;
export type TutorThread = z.infer<typeof TutorThread>;
export type TutorThreadSummary = z.infer<typeof TutorThreadSummary>;
export type TutorThreadList = z.infer<typeof TutorThreadList>;
