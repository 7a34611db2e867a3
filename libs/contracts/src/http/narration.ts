import { z } from 'zod';
import { GeneratedBy, Instant, Language, Uuid } from '../primitives';
import { Guidance } from './knowledge';

/** For whom a run is told in sentences. */
export const NarrationAudience = z
  .enum(['clinician', 'patient'])
  .meta({ description: '`patient`: what one would say to the patient, in plain words' });

export const CreateNarrationInput = z
  .object({ audience: NarrationAudience, language: Language })
  .meta({ id: 'CreateNarrationInput', example: { audience: 'clinician', language: 'en' } });

/** A line about the run that a sentence rests on. */
export const NarrationEvidence = z
  .object({
    id: z.string().meta({ description: 'unique in the run', example: 'finding:fever' }),
    kind: z.enum(['finding', 'disease', 'danger', 'link', 'test', 'passage']),
    text: z.string(),
  })
  .meta({ id: 'NarrationEvidence' });

/** Why a sentence of the model was not kept. */
export const DroppedSentence = z.enum([
  'no-evidence',
  'unknown-evidence',
  'unheld-number',
  'unheld-disease',
  'markup',
  'jargon',
  'too-long',
]);
/** Why there is no narration. */
export const NarrationFault = z.enum(['no-answer', 'unusable-answer', 'nothing-kept']);
export const NarrationStatus = z.enum(['waiting', 'written', 'failed']);

/** What the passages that a sentence names say of it, as our checker finds when the answer has come; no model has a say in it. */
const CitedGuidance = z.array(Guidance).optional().meta({
  description:
    'what the guideline passages among `evidence` say of each sentence of `text`, in the language of the text; left out where it names no passage, where it is a question, and of what was written before this was looked at',
});

/** What is kept of a model's answer: sentences with the ids that they rest on. */
export const SaidSentences = z.object({
  sentences: z.array(z.object({ text: z.string(), evidence: z.array(z.string()), guidance: CitedGuidance })),
  dropped: z.partialRecord(DroppedSentence, z.number().int().min(1)),
  generatedBy: GeneratedBy,
});

/** A sentence with the lines that it rests on, as it is read. */
export const ToldSentence = z
  .object({
    text: z.string(),
    evidence: z.array(NarrationEvidence),
    guidance: CitedGuidance,
    generatedBy: GeneratedBy,
  })
  .meta({ id: 'ToldSentence' });

export const Narration = z
  .object({
    id: Uuid,
    runId: Uuid,
    status: NarrationStatus,
    audience: NarrationAudience,
    language: Language,
    createdAt: Instant,
    completedAt: Instant.nullable(),
    sentences: z.array(ToldSentence),
    dropped: SaidSentences.shape.dropped.meta({
      description: 'sentences of the model that were not kept, by reason',
    }),
    fault: z.object({ code: NarrationFault, text: z.string() }).nullable(),
    label: z.string().meta({ description: 'says that this is AI-generated; to be shown with it' }),
    notice: z.string(),
  })
  .meta({ id: 'Narration' });

/** A narration as it is kept. */
export interface NarrationRecord {
  readonly id: string;
  readonly runId: string;
  readonly status: z.infer<typeof NarrationStatus>;
  readonly audience: NarrationAudience;
  readonly language: Language;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly evidence: readonly NarrationEvidence[];
  readonly said: SaidSentences | null;
  readonly fault: NarrationFault | null;
}

export type NarrationAudience = z.infer<typeof NarrationAudience>;
export type CreateNarrationInput = z.infer<typeof CreateNarrationInput>;
export type NarrationEvidence = z.infer<typeof NarrationEvidence>;
export type DroppedSentence = z.infer<typeof DroppedSentence>;
export type NarrationFault = z.infer<typeof NarrationFault>;
export type ToldSentence = z.infer<typeof ToldSentence>;
export type SaidSentences = z.infer<typeof SaidSentences>;
export type Narration = z.infer<typeof Narration>;
