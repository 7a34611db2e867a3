import { z } from 'zod';
import { codedTextSchema, factsSchema } from '../evaluation/facts-of-text';
import { identifiedSentenceSchema } from '../intake-evaluation/deidentification';

const language = z.enum(['en', 'zh']);
const ids = z.array(z.string());

/** Who a text tells of, as its writer meant it; null where the text does not say. */
const toldPatientSchema = z.object({
  age: z.object({ value: z.number(), unit: z.enum(['a', 'mo', 'wk', 'd']) }).nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  pregnant: z.boolean().nullable(),
});
export type ToldPatient = z.output<typeof toldPatientSchema>;

/** A case told by a stranger in one of four styles. */
export const strangersCaseSchema = z.object({
  id: z.string(),
  language,
  style: z.enum(['ward-note', 'exam-vignette', 'patients-own-words', 'dictation']),
  /** The diagnosis that the writer was given, and what is as right. */
  keys: ids.min(1),
  text: z.string(),
  patient: toldPatientSchema,
  /** The facts that the writer was to tell; cases of a mere diagnosis have none. */
  told: factsSchema.optional(),
  /** What a blind reader coded in the text; only some cases were coded. */
  coded: codedTextSchema.optional(),
});
export type StrangersCase = z.output<typeof strangersCaseSchema>;

/** What a text says of a concept. Only the first is a finding of the patient as she is now. */
const ASSERTIONS = [
  'present',
  'absent',
  'possible',
  'past',
  'family',
  'other-person',
  'conditional',
  'planned',
  'belief',
] as const;

const conceptSchema = z.object({
  quote: z.string(),
  concept: z.string(),
  assertion: z.enum(ASSERTIONS),
  /** Findings that say it, mapped by a reader who saw neither rules nor readings; none where the vocabulary has none. */
  findings: ids,
});
const illnessSchema = z.object({
  onset: z.string().nullable(),
  /** State of the illness's duration. */
  duration: z.string().nullable(),
  course: z.string().nullable(),
});
const valueSchema = z.object({
  quote: z.string(),
  test: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  flag: z.enum(['low', 'normal', 'high']),
  findings: ids,
});

/** One to four sentences of one construction of language, with all that they say. */
export const strangersSentencesSchema = z.object({
  id: z.string(),
  language,
  construction: z.string(),
  text: z.string(),
  concepts: z.array(conceptSchema).default([]),
  values: z.array(valueSchema).default([]),
  illness: illnessSchema.optional(),
  patient: toldPatientSchema.optional(),
});
export type StrangersSentences = z.output<typeof strangersSentencesSchema>;

/** Lines with identifiers of persons and with what only looks like them. */
export const strangersIdentifiersSchema = identifiedSentenceSchema;
