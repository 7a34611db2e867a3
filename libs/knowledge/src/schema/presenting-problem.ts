import { z } from 'zod';
import {
  ageYearsSchema,
  bilingualSchema,
  findingOutcomeSchema,
  icd10Schema,
  idSchema,
  listOf,
  sexSchema,
  synonymsSchema,
} from './primitives';

/** An entry of `presenting-problems.yaml`. */
export const presentingProblemSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  synonyms: synonymsSchema.default({ en: [], zh: [] }),
  codes: z.strictObject({ icd10: listOf(icd10Schema).optional() }).default({}),
  /** Any of them is the complaint; the first one is ranked alone by the coherence check. */
  findings: z.array(findingOutcomeSchema).min(1),
  /** Whom the problem's name speaks of, where it does. */
  ageYears: ageYearsSchema.optional(),
  sex: sexSchema.optional(),
  pregnant: z.boolean().optional(),
  mustNotMiss: z.array(idSchema).default([]),
  common: z.array(idSchema).default([]),
  /** The remaining diseases that present so, neither frequent nor dangerous. */
  other: z.array(idSchema).default([]),
  teachingQuestions: z.array(bilingualSchema).default([]),
});

export type PresentingProblem = z.output<typeof presentingProblemSchema>;
