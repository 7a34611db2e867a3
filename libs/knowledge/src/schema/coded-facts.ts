import { z } from 'zod';
import { idSchema, sexSchema } from './primitives';

/** Somebody who does not exist: age in years with fractions, `0.08` for a month. */
export const casePatientSchema = z
  .strictObject({
    ageYears: z.number().min(0).max(120),
    sex: sexSchema,
    pregnant: z.boolean().optional(),
  })
  .refine(({ sex, pregnant }) => sex === 'female' || pregnant !== true, {
    path: ['pregnant'],
    message: 'a man is not pregnant',
  });

/** Where the patient is seen; inpatients are ranked with the numbers of an emergency department. */
export const caseSettingSchema = z.enum(['emergency', 'primary-care', 'inpatient']);

/** What is known of one finding: `present`, `absent` or one of its states, and how sure that is. */
const codedFactSchema = z.union([
  idSchema.transform((outcome) => ({ outcome, certainty: 1 })),
  z
    .strictObject({ is: idSchema, certainty: z.number().gt(0.5).max(1) })
    .transform(({ is, certainty }) => ({ outcome: is, certainty })),
]);

/** Finding id → what is known of it, as a careful reader would code the text. */
export const codedFactsSchema = z.record(idSchema, codedFactSchema);

/** The diagnosis that the case is about, and others that a teacher accepts in its place. */
export const caseAnswerSchema = z.strictObject({
  diagnosis: idSchema,
  acceptable: z.array(idSchema).default([]),
});

/** An answer, of which often only the diagnosis is written. */
export const caseKeySchema = z.union([
  idSchema.transform((diagnosis) => ({ diagnosis, acceptable: [] })),
  caseAnswerSchema,
]);

export type CasePatient = z.output<typeof casePatientSchema>;
export type CodedFacts = z.output<typeof codedFactsSchema>;
export type CodedFact = z.output<typeof codedFactSchema>;
export type CaseAnswer = z.output<typeof caseAnswerSchema>;
