import { z } from 'zod';

/** Kebab-case identifier, e.g. `pulmonary-embolism`. Ids are never renamed once released. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case: lower-case letters, digits and single hyphens');

const lineSchema = z.string().trim().min(1);

/** A text in both languages of the product. */
export const bilingualSchema = z.strictObject({ en: lineSchema, zh: lineSchema });

/** A text whose Chinese form may still be missing; a bare string is English. */
export const englishFirstSchema = z
  .union([lineSchema, z.strictObject({ en: lineSchema, zh: lineSchema.optional() })])
  .transform((text) => (typeof text === 'string' ? { en: text } : text));

/** A text that exists in at least one language, as quotations from documents do; a bare string is English. */
export const anyLanguageSchema = z
  .union([lineSchema, z.strictObject({ en: lineSchema.optional(), zh: lineSchema.optional() })])
  .transform((text) => (typeof text === 'string' ? { en: text } : text))
  .refine(
    (text: { en?: string | undefined; zh?: string | undefined }) => Boolean(text.en ?? text.zh),
    'a text needs at least one language',
  );

/** Other wordings, clinical and lay, per language. */
export const synonymsSchema = z.strictObject({
  en: z.array(lineSchema).default([]),
  zh: z.array(lineSchema).default([]),
});

/** Quality of a number, A (well measured) to D (an estimate that nobody checked). */
export const gradeSchema = z.enum(['A', 'B', 'C', 'D']);

/** `estimate`, or the id of an entry in `sources.yaml`. */
export const sourceRefSchema = idSchema;

/** A share or probability that may be neither 0 nor 1: nothing is ever certain. */
export const openProbabilitySchema = z.number().gt(0).lt(1);

/** A probability, the ends included; the engine clips it to [0.005, 0.995]. */
export const probabilitySchema = z.number().min(0).max(1);

export const sexSchema = z.enum(['female', 'male']);

/** Age in years with fractions, `lo ≤ age < hi`. */
export const ageYearsSchema = z
  .tuple([z.number().min(0), z.number().max(150)])
  .refine(([lo, hi]) => lo < hi, 'the lower age must be below the upper');

/** Whom alone something concerns; who is not known may be one of them. */
export const concernedSchema = z.strictObject({
  sex: sexSchema.optional(),
  ageYears: ageYearsSchema.optional(),
});

/** The care settings in which priors and baselines are known. */
export const settingSchema = z.enum(['emergency', 'primary-care']);

export const icd10Schema = z
  .string()
  .regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'an ICD-10 code looks like I26 or I26.9');

export const icd11Schema = z
  .string()
  .regex(/^[0-9A-Z][A-Z][0-9A-Z]{2}(\.[0-9A-Z]{1,2})?$/, 'an ICD-11 stem code looks like BB00 or 9C61.1');

export const hpoSchema = z.string().regex(/^HP:\d{7}$/, 'an HPO code looks like HP:0002094');

export const loincSchema = z.string().regex(/^\d{1,6}-\d$/, 'a LOINC code looks like 48065-7');

/** One or several values; always a list once read. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.union([item.transform((value) => [value]), z.array(item)]);
}

/** A finding, or a finding in one of some states; a bare id is the finding itself. */
export interface FindingOutcome {
  readonly finding: string;
  /** Required for a categorical finding. */
  readonly states?: string[] | undefined;
}

export const findingOutcomeSchema = z
  .union([idSchema, z.strictObject({ finding: idSchema, states: z.array(idSchema).min(1).optional() })])
  .transform((entry): FindingOutcome => (typeof entry === 'string' ? { finding: entry } : entry));

/** What was really read: without it nothing may claim to be verified or quoted. */
export const seenSchema = z.strictObject({
  date: z.iso.date(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 of the text, 64 hexadecimal digits'),
  locator: lineSchema,
});

export const lineOfTextSchema = lineSchema;

export type Bilingual = z.output<typeof bilingualSchema>;
export type Synonyms = z.output<typeof synonymsSchema>;
export type Grade = z.output<typeof gradeSchema>;
export type Sex = z.output<typeof sexSchema>;
export type KnowledgeSetting = z.output<typeof settingSchema>;
