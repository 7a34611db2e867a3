import { z } from 'zod';
import {
  ageYearsSchema,
  concernedSchema,
  bilingualSchema,
  findingOutcomeSchema,
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

const findingKindSchema = z.enum([
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

/** The number's source; a number without one is an estimate. */
const sourcedFields = { source: sourceRefSchema, grade: gradeSchema };

/**
 * Coefficients of variation of a quantity in steady state, in per cent: within one subject (CVi), which `source` is
 * for, and of the assay (CVa), which differs between laboratories and is always what is usual.
 */
const variationSchema = z.strictObject({
  withinSubject: z.number().positive().max(200),
  analytical: z.number().positive().max(50),
  ...sourcedFields,
});

/** A change between two results that means something of its own: `by` a difference, or `times` as much. */
const changeCriterionSchema = z
  .strictObject({
    id: idSchema,
    direction: z.enum(['rise', 'fall']),
    by: z.number().positive().optional(),
    times: z.number().gt(1).optional(),
    withinHours: z.number().positive().optional(),
    /** Only where the earlier value is at least this. */
    earlierFrom: z.number().optional(),
    text: bilingualSchema,
    ...sourcedFields,
  })
  .refine(({ by, times }) => (by === undefined) !== (times === undefined), 'give either by or times');

/** Names under which the quantity is reported as the mass of another molecule, e.g. urea as its nitrogen. */
const otherMeasureSchema = z.strictObject({
  names: synonymsSchema,
  loinc: listOf(loincSchema).optional(),
  /** g/mol of what is weighed. */
  molecularWeight: z.number().positive(),
});

/** A unit of reports; no report prints a smaller number in it than `from` or a larger one than `to`. */
const reportUnitSchema = z.strictObject({
  unit: z.string(),
  from: z.number().optional(),
  to: z.number().optional(),
  /** No decimals are printed in it. */
  whole: z.literal(true).optional(),
});

/** `own = factor · x + offset`. */
const linearUnitSchema = z.strictObject({
  unit: lineOfTextSchema,
  factor: z.number().positive(),
  offset: z.number(),
  ...sourcedFields,
});

/** What decides a yes-or-no finding: names of the test, and the titre or value from which it is present. */
const decidingTestSchema = z
  .strictObject({
    names: synonymsSchema,
    titre: z.int().positive().optional(),
    unit: lineOfTextSchema.optional(),
    from: z.number().optional(),
    below: z.number().optional(),
    /** A number without a unit from the one to the other is in `unit`. */
    bare: z.tuple([z.number(), z.number()]).optional(),
    /** Years from which on the limits hold. */
    fromAge: z.number().optional(),
    /** Whose limits they are; everybody's if left out. */
    sex: z.enum(['female', 'male']).optional(),
    /** The name tells other things as well: the number counts, a result in words does not. */
    numberOnly: z.literal(true).optional(),
    /** The limits hold only beside one of these states of another finding that is measured: of low sodium. */
    given: findingOutcomeSchema.optional(),
    ...sourcedFields,
  })
  .refine(
    ({ unit, from, below }) => (unit === undefined) === (from === undefined && below === undefined),
    'a limit needs a unit, and a unit a limit',
  );

const pairedWaySchema = z.enum(['lying', 'standing', 'rest', 'exertion', 'right', 'left']);

/** Two values of one vital sign, measured in two ways, that are so far apart: the second is lower, higher, or either. */
const decidingPairSchema = z
  .strictObject({
    of: idSchema,
    between: z.tuple([pairedWaySchema, pairedWaySchema]),
    fall: z.number().positive().optional(),
    rise: z.number().positive().optional(),
    apart: z.number().positive().optional(),
    /** Beside this finding it is not there. */
    unless: idSchema.optional(),
    ...sourcedFields,
  })
  .refine(
    ({ fall, rise, apart }) => [fall, rise, apart].filter((one) => one !== undefined).length === 1,
    'give one of fall, rise and apart',
  );

/** What has to have been measured in a specimen; `share`: the limits are for a part of the cells. */
const specimenConditionSchema = z.strictObject({
  analyte: z.string(),
  unit: lineOfTextSchema.optional(),
  from: z.number().optional(),
  below: z.number().optional(),
  /** A number without a unit from the one to the other is in `unit`. */
  bare: z.tuple([z.number(), z.number()]).optional(),
  share: z.string().optional(),
  level: z.enum(['positive', 'negative']).optional(),
});

/** How what is measured in a specimen other than blood decides a yes-or-no finding. */
const specimenTestSchema = z.strictObject({
  specimen: z.string(),
  presence: z.enum(['present', 'absent']).optional(),
  when: z.array(specimenConditionSchema).min(1),
  unless: z.array(specimenConditionSchema).optional(),
  certainty: z.number().gt(0).lt(1).optional(),
  ageYears: z.tuple([z.number(), z.number()]).optional(),
  ...sourcedFields,
});

/** An amount that a text tells (`lexicon/{en,zh}/told.yaml`) is the finding where `from ≤ amount < below`. */
const toldAmountSchema = z.strictObject({
  amount: idSchema,
  from: z.number().optional(),
  below: z.number().optional(),
});

const factorsSchema = listOf(idSchema);
const stretchSchema = z.tuple([z.number().nonnegative(), z.number().positive()]);

/** A complaint (or a kind of it) that is told with one of these attributes is the finding. */
const qualifiedSchema = z.strictObject({
  complaint: listOf(idSchema),
  /** Categorical complaints: the states that count. */
  states: z.array(idSchema).optional(),
  /** What brings it on or makes it worse, what relieves it, where it spreads to (`lexicon/{en,zh}/circumstances.yaml`). */
  worse: factorsSchema.optional(),
  relief: factorsSchema.optional(),
  radiation: factorsSchema.optional(),
  onset: z.literal('sudden').optional(),
  /** How long it has been there, both ends included. */
  days: stretchSchema.optional(),
  /** How long one attack lasts, both ends included. */
  attackMinutes: stretchSchema.optional(),
  /** States of the illness's duration. */
  lasting: z.array(idSchema).optional(),
  /** Findings with which it is not. */
  unless: z.array(idSchema).optional(),
});

/** P(present), or P(state) for each state, in patients who present with something else. */
const baselineValueSchema = z.union([probabilitySchema, z.record(idSchema, probabilitySchema)]);

const baselineSchema = z.strictObject({
  emergency: baselineValueSchema,
  'primary-care': baselineValueSchema,
  grade: gradeSchema,
  source: sourceRefSchema,
});

const codesSchema = z.strictObject({
  hpo: listOf(hpoSchema).optional(),
  loinc: listOf(loincSchema).optional(),
  icd10: listOf(icd10Schema).optional(),
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
  /**
   * Wordings narrower than the finding (a place, a grade, a complication, a treatment given): affirmed they say that it is
   * present, denied they say nothing of it.
   */
  affirmOnly: synonymsSchema.optional(),
  /**
   * What is told but can be neither unknown nor concealed (a submersion, a birth, a bleeding that anyone sees): its denial may
   * exclude a disease.
   */
  cannotBeUnknown: z.literal(true).optional(),
  codes: codesSchema.default({}),
  /** Codes that name a state rather than the finding: fever is a body temperature. */
  stateCodes: z.record(idSchema, codesSchema.omit({ loinc: true })).optional(),
  unit: lineOfTextSchema.optional(),
  /** g/mol; lets mass and substance concentrations be converted into one another. */
  molecularWeight: z.number().positive().optional(),
  /** In the finding's unit; a value outside is a mistake, not an illness. */
  plausible: z.strictObject({ low: z.number(), high: z.number() }).optional(),
  intervals: z.array(intervalSchema).optional(),
  /** Where the intervals come from; an estimate if left out. */
  intervalSource: z.strictObject(sourcedFields).optional(),
  variation: variationSchema.optional(),
  changeCriteria: z.array(changeCriterionSchema).optional(),
  otherMeasures: z.array(otherMeasureSchema).optional(),
  linearUnits: z.array(linearUnitSchema).optional(),
  /** The other units in which laboratories report it; a number without a unit could be in any of them. */
  reportedIn: z.array(reportUnitSchema).optional(),
  /** The first test that decides counts. */
  decidedBy: listOf(decidingTestSchema).optional(),
  /** Any of them decides. */
  decidedByPair: listOf(decidingPairSchema).optional(),
  /** The count of which a share in per cent is told: that of the white cells. */
  shareOf: idSchema.optional(),
  /** The first that applies counts. */
  specimenTests: z.array(specimenTestSchema).optional(),
  /** What the quantity is called beside the name of its specimen. */
  measuredIn: z.strictObject({ specimen: z.string(), analyte: z.string() }).optional(),
  whenHistorical: idSchema.optional(),
  whenFamily: idSchema.optional(),
  toldBy: z.array(toldAmountSchema).optional(),
  qualifies: z.array(qualifiedSchema).optional(),
  /** Whom alone it can be said of; who is not known may have it. */
  onlyIf: concernedSchema.optional(),
  /**
   * Medicines that are taken: stems of the WHO's international nonproprietary names (`-pril`, `cef-`), and old names that
   * follow none; `notMedicines` only sound like them.
   */
  medicines: z.array(z.string().regex(/^-?[a-z]+-?$/)).optional(),
  notMedicines: z.array(z.string()).optional(),
  /** Of whom it tells by nature. */
  of: z.enum(['family', 'others']).optional(),
  /** What stands for every allergy, every illness of the people around. */
  role: z.enum(['allergy', 'illness-of-others']).optional(),
  /** Seen in somebody near, it may be where the illness came from. */
  catching: z.literal(true).optional(),
  /** A history that describes the present complaint: its time is that of the illness. */
  describesComplaint: z.literal(true).optional(),
  /** What is past of it says nothing of the patient now. */
  ofNow: z.literal(true).optional(),
  /** Longer ago than so many days, it is not what the finding means. */
  withinDays: z.number().positive().optional(),
  /** A medicine that is taken. */
  isMedicine: z.literal(true).optional(),
  /** An ion of one charge: 1 meq = 1 mmol. */
  monovalent: z.literal(true).optional(),
  /** A known illness: named, it is there. */
  goesOn: z.literal(true).optional(),
});

export type Finding = z.output<typeof findingSchema>;
export type FindingInterval = z.output<typeof intervalSchema>;
