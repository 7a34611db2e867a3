import { z } from 'zod';
import { AGE_BAND_NAMES, type AgeBand } from './age-bands';
import {
  bilingualSchema,
  englishFirstSchema,
  findingOutcomeSchema,
  gradeSchema,
  icd10Schema,
  icd11Schema,
  idSchema,
  lineOfTextSchema,
  openProbabilitySchema,
  probabilitySchema,
  sexSchema,
  sourceRefSchema,
  synonymsSchema,
} from './primitives';

const multiplierSchema = z.number().positive();

/** Of 1,000 presentations in a setting, those whose main explanation turns out to be this disease. */
const priorValueSchema = z.strictObject({
  value: z.number().positive().lt(1000),
  source: sourceRefSchema,
  grade: gradeSchema,
});

const ageMultipliersSchema = z.strictObject(
  Object.fromEntries(AGE_BAND_NAMES.map((band) => [band, multiplierSchema])) as Record<
    AgeBand,
    typeof multiplierSchema
  >,
);

const priorSchema = z.strictObject({
  emergency: priorValueSchema,
  'primary-care': priorValueSchema,
  age: ageMultipliersSchema.optional(),
  sexRatio: z.strictObject({ female: multiplierSchema, male: multiplierSchema }).optional(),
});

/**
 * Joins the disease to a finding by `theta` = P(present | disease), or P(state | disease) per state, or
 * by a likelihood-ratio pair whose study compared with all comers. `publishedLr` is for display only.
 */
const linkSchema = z
  .strictObject({
    finding: idSchema,
    theta: z.union([probabilitySchema, z.record(idSchema, probabilitySchema)]).optional(),
    lrPos: z.number().positive().optional(),
    lrNeg: z.number().positive().optional(),
    grade: gradeSchema,
    source: sourceRefSchema,
    publishedLr: z
      .strictObject({
        pos: z.number().positive().optional(),
        neg: z.number().positive().optional(),
        spectrum: lineOfTextSchema,
      })
      .optional(),
    /** Why the number is so far from what one expects; asked for below the engine's lower limit. */
    reason: lineOfTextSchema.optional(),
  })
  .refine(
    (link) => (link.theta !== undefined) !== (link.lrPos !== undefined || link.lrNeg !== undefined),
    'a link has either theta or lrPos/lrNeg, not both and not neither',
  );

/** A link whose finding is commoner still in another disease, the one from which it tells this one apart. */
const comparingLinkSchema = linkSchema.safeExtend({ disease: idSchema });

const mustNotMissSchema = z
  .strictObject({
    /** Probability above which missing it is not acceptable. */
    threshold: openProbabilitySchema,
    why: englishFirstSchema,
    /** 1 (discomfort, delay) to 5 (death or lasting disability within days). */
    harm: z.int().min(1).max(5),
    /** Observed absence, or one of the named states, takes the disease off the must-not-miss list. */
    excludedWhen: z.array(findingOutcomeSchema),
    /** Why no single result excludes it: given exactly where `excludedWhen` is empty. */
    nothingExcludes: bilingualSchema.optional(),
  })
  .refine((rule) => (rule.excludedWhen.length === 0) === (rule.nothingExcludes !== undefined), {
    path: ['nothingExcludes'],
    message: 'an empty excludedWhen needs its reason in nothingExcludes, a list of exclusions has none',
  });

const statementSchema = z.strictObject({ text: bilingualSchema, source: sourceRefSchema });

const teachingSchema = z.strictObject({
  script: bilingualSchema,
  mechanism: bilingualSchema,
  pitfalls: z.array(bilingualSchema.extend({ bias: lineOfTextSchema.optional() })).default([]),
  compareWith: z.array(idSchema).default([]),
  competencies: z.array(lineOfTextSchema).default([]),
});

/** `diseases/<system>/<id>.yaml`. */
export const diseaseSchema = z
  .strictObject({
    id: idSchema,
    name: bilingualSchema,
    synonyms: synonymsSchema,
    codes: z.strictObject({
      /** Empty where no code is certain: one is left out rather than guessed. */
      icd10: z.array(icd10Schema),
      icd11: z.array(icd11Schema).optional(),
    }),
    status: z.enum(['draft', 'reviewed']),
    /** Who reviewed it and when; required as soon as the status says so. */
    reviewed: z.strictObject({ by: lineOfTextSchema, on: z.iso.date() }).optional(),
    tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    mustNotMiss: mustNotMissSchema.optional(),
    prior: priorSchema,
    /** Only what is biologically impossible; soft limits are multipliers. */
    restrict: z.strictObject({ sex: sexSchema.optional(), pregnant: z.boolean().optional() }).default({}),
    /** What describes the disease or makes it likelier. */
    links: z.array(linkSchema),
    /** What argues against it. */
    against: z.array(linkSchema).default([]),
    /** What is commoner in a named neighbour, whether or not it makes this one likelier too. */
    moreTypicalOf: z.array(comparingLinkSchema).default([]),
    /** Findings that its texts name and that it does not link, each with the reason. */
    notLinked: z.array(z.strictObject({ finding: idSchema, why: lineOfTextSchema })).default([]),
    tests: z.array(idSchema).default([]),
    /** Utilities 0..1 for the treatment threshold, only where defensible. */
    treatment: z
      .strictObject({
        benefit: probabilitySchema,
        harm: probabilitySchema,
        testRisk: probabilitySchema.optional(),
        source: sourceRefSchema,
      })
      .optional(),
    prognosis: z.array(statementSchema).default([]),
    treatmentPrinciples: z.array(statementSchema).default([]),
    teaching: teachingSchema,
    complicationOf: z.array(idSchema).default([]),
    /** The findings that stand for this disease as past, family or known illness. */
    asFinding: z
      .strictObject({
        historical: idSchema.optional(),
        family: idSchema.optional(),
        /** What it means that somebody near has it, a relative or not. */
        contact: idSchema.optional(),
        known: idSchema.optional(),
      })
      .default({}),
    /** An attack of a known illness: that there is none now says nothing of the illness. */
    isAttack: z.literal(true).optional(),
  })
  .refine((disease) => (disease.status === 'reviewed') === (disease.reviewed !== undefined), {
    path: ['reviewed'],
    message: 'status "reviewed" needs `reviewed: { by, on }`, a draft has none',
  })
  .transform(({ links, against, moreTypicalOf, ...disease }) => ({
    ...disease,
    links: [
      ...links.map((link) => ({ ...link, heading: 'describes' as const })),
      ...against.map((link) => ({ ...link, heading: 'against' as const })),
      ...moreTypicalOf.map((link) => ({ ...link, heading: 'more-typical-of' as const })),
    ],
  }));

/** A disease with the links of its three lists joined, in their order, each with the heading under which it stands. */
export type Disease = z.output<typeof diseaseSchema>;
export type DiseaseLink = Disease['links'][number];
/** `describes`: describes the disease or makes it likelier; `against`; `more-typical-of` the neighbour it names. */
export type LinkHeading = DiseaseLink['heading'];

/** The list of the file in which the links of a heading stand. */
const LIST_OF_HEADING: Readonly<Record<LinkHeading, string>> = {
  describes: 'links',
  against: 'against',
  'more-typical-of': 'moreTypicalOf',
};

/** Where the link at `index` of the joined list stands in the file: its list, and its place there. */
export function placeOfLink({ links }: Pick<Disease, 'links'>, index: number): (string | number)[] {
  const heading = links[index]?.heading;
  if (heading === undefined) return ['links'];
  return [LIST_OF_HEADING[heading], index - links.findIndex((link) => link.heading === heading)];
}
