import { z } from 'zod';
import {
  ageYearsSchema,
  bilingualSchema,
  gradeSchema,
  hpoSchema,
  icd10Schema,
  idSchema,
  lineOfTextSchema,
  listOf,
  loincSchema,
  probabilitySchema,
  sexSchema,
  sourceRefSchema,
  synonymsSchema,
} from './primitives';

export const findingKindSchema = z.enum([
  'symptom',
  'sign',
  'history',
  'risk-factor',
  'exposure',
  'lab',
  'imaging',
  'bedside-test',
]);

export const stageSchema = z.enum(['history', 'examination', 'laboratory', 'imaging']);

/**
 * One cut of a quantity: the finding is in `state` where `from ≤ value < to`, in `unit` (UCUM; the
 * finding's own unit if left out). `if` narrows it to whom it holds for; an open end is left out.
 */
const intervalSchema = z.strictObject({
  state: idSchema,
  if: z
    .strictObject({
      sex: sexSchema.optional(),
      ageYears: ageYearsSchema.optional(),
      pregnant: z.boolean().optional(),
    })
    .optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  unit: lineOfTextSchema.optional(),
});

/** P(present), or P(state) for each state, in patients who present with something else. */
const baselineValueSchema = z.union([probabilitySchema, z.record(idSchema, probabilitySchema)]);

const baselineSchema = z.strictObject({
  emergency: baselineValueSchema,
  'primary-care': baselineValueSchema,
  grade: gradeSchema,
  source: sourceRefSchema,
});

/** An entry of `findings/<system>.yaml`. */
export const findingSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  kind: findingKindSchema,
  stage: stageSchema,
  domain: z.enum(['binary', 'categorical']),
  states: z.array(idSchema).min(2).optional(),
  stateNames: z.record(idSchema, bilingualSchema).optional(),
  stateSynonyms: z.record(idSchema, synonymsSchema).optional(),
  mustExplain: z.union([z.boolean(), z.array(idSchema)]).optional(),
  baseline: baselineSchema,
  parent: idSchema.optional(),
  group: idSchema.optional(),
  impliesAbsence: z.boolean().default(true),
  synonyms: synonymsSchema,
  codes: z
    .strictObject({
      hpo: listOf(hpoSchema).optional(),
      loinc: listOf(loincSchema).optional(),
      icd10: listOf(icd10Schema).optional(),
    })
    .default({}),
  unit: lineOfTextSchema.optional(),
  /** g/mol; lets mass and substance concentrations be converted into one another. */
  molecularWeight: z.number().positive().optional(),
  /** In the finding's unit; a value outside is a mistake, not an illness. */
  plausible: z.strictObject({ low: z.number(), high: z.number() }).optional(),
  intervals: z.array(intervalSchema).optional(),
  whenHistorical: idSchema.optional(),
  whenFamily: idSchema.optional(),
});

export type Finding = z.output<typeof findingSchema>;
export type FindingInterval = z.output<typeof intervalSchema>;
