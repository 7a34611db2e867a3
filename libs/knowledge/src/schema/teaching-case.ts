import { z } from 'zod';
import { caseAnswerSchema, casePatientSchema, caseSettingSchema, codedFactsSchema } from './coded-facts';
import { stageSchema } from './finding';
import { bilingualSchema, idSchema, lineOfTextSchema } from './primitives';

const caseStageSchema = z.strictObject({
  stage: stageSchema,
  title: bilingualSchema.optional(),
  text: bilingualSchema,
  /** What this stage adds to what is known. */
  findings: codedFactsSchema.default({}),
});

const keySchema = caseAnswerSchema.extend({
  /** What else a good student names, and why it is not the answer. */
  alternatives: z.array(z.strictObject({ id: idSchema, why: bilingualSchema })).default([]),
  /** What has to be thought of before the patient goes home. */
  mustConsider: z.array(idSchema).default([]),
});

/** A file of `cases/`: a staged teaching case with the teacher's key. */
export const teachingCaseSchema = z.strictObject({
  id: idSchema,
  title: bilingualSchema,
  /** What is said of it before it is taken. */
  teaser: bilingualSchema.optional(),
  difficulty: z.enum(['easy', 'moderate', 'hard']).optional(),
  licence: lineOfTextSchema,
  author: lineOfTextSchema,
  /** Only made-up patients: nobody's record is told here, however changed. */
  fictional: z.literal(true),
  /** A slug of `presenting-problems.yaml`. */
  presentingProblem: idSchema,
  setting: caseSettingSchema,
  patient: casePatientSchema,
  /** Revealed one after the other. */
  stages: z
    .array(caseStageSchema)
    .min(1)
    .refine(
      (stages) => stages.some(({ findings }) => Object.keys(findings).length > 0),
      'no stage has coded findings',
    ),
  key: keySchema,
  teachingPoints: z.array(bilingualSchema).min(1),
  questions: z
    .array(z.strictObject({ ask: bilingualSchema, answer: bilingualSchema.optional() }))
    .default([]),
});

export type TeachingCase = z.output<typeof teachingCaseSchema>;
