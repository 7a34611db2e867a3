import { z } from 'zod';
import {
  codeText,
  Instant,
  Language,
  LATEST_CASE_VERSION,
  maskedText,
  Region,
  Setting,
  Sex,
  Slug,
  Unit,
  Uuid,
} from '../primitives';
import { Correction } from './correction';
import { Finding, FindingInput, FindingSource } from './finding';
import { Laboratory } from './laboratory';

export const MAX_NARRATIVE = 20_000;
/** Of all texts of a case together. */
export const MAX_CASE_CHARACTERS = 60_000;
export const MAX_FINDINGS = 500;
export const MAX_LABS = 500;
export const MAX_STAGES = 12;

/** Days to years as the Julian calendar counts them; months as twelfths. */
const YEARS_PER_UNIT = { a: 1, mo: 1 / 12, wk: 7 / 365.25, d: 1 / 365.25 } as const;
const OLDEST_YEARS = 130;

/** An age in years, with fractions. */
export function ageInYears({ value, unit }: { value: number; unit: keyof typeof YEARS_PER_UNIT }): number {
  return value * YEARS_PER_UNIT[unit];
}

export const Age = z
  .strictObject({ value: z.number().min(0), unit: z.enum(['a', 'mo', 'wk', 'd']) })
  .refine((age) => ageInYears(age) <= OLDEST_YEARS, {
    path: ['value'],
    message: `older than ${String(OLDEST_YEARS)} years`,
    params: { code: 'value-impossible' },
  })
  .meta({ id: 'Age', description: 'UCUM unit of time: a, mo, wk, d', example: { value: 58, unit: 'a' } });

export const Patient = z
  .strictObject({
    age: Age.nullable().default(null),
    sex: Sex.default('unknown'),
    pregnant: z.boolean().nullish(),
  })
  .meta({ id: 'Patient', example: { age: { value: 58, unit: 'a' }, sex: 'female', pregnant: null } });

export const LabValue = z.union([
  z.number(),
  z.strictObject({ comparator: z.enum(['<', '<=', '>', '>=']), number: z.number() }),
  z.strictObject({ titre: codeText(/^1:\d{1,7}$/) }),
  z.strictObject({ code: Slug }),
]);

export const LabInput = z
  .strictObject({
    code: Slug.optional(),
    name: maskedText(120).optional(),
    value: LabValue,
    unit: Unit.optional(),
    referenceRange: z
      .strictObject({
        low: z.number().optional(),
        high: z.number().optional(),
        unit: Unit,
      })
      .optional(),
    collectedAt: Instant.optional(),
  })
  .refine((lab) => lab.code !== undefined || lab.name !== undefined, {
    path: ['name'],
    message: 'give a code or a name',
    params: { code: 'lab-not-named' },
  })
  .meta({ id: 'LabInput', example: { name: 'D-dimer', value: 2.4, unit: 'mg/L{FEU}' } });

/** A laboratory value as understood: the finding and state that it became, where it became one. */
export const Lab = z
  .object({
    code: z.string().optional(),
    name: z.string().optional(),
    value: LabValue,
    unit: z.string().optional(),
    referenceRange: z
      .object({ low: z.number().optional(), high: z.number().optional(), unit: z.string() })
      .optional(),
    collectedAt: z.string().optional(),
    daysAgo: z
      .number()
      .optional()
      .meta({ description: 'days before the present, where the text says or implies it' }),
    flag: z.enum(['high', 'low']).optional().meta({ description: "the report's own mark: H, L, an arrow" }),
    quantity: z
      .object({ number: z.number(), unit: z.string() })
      .optional()
      .meta({ description: 'the value in the unit of its finding' }),
    superseded: z
      .literal(true)
      .optional()
      .meta({ description: 'a later value of the same test counts instead' }),
    findingId: Slug.optional(),
    state: Slug.optional(),
    source: FindingSource.optional(),
  })
  .meta({ id: 'Lab' });

/** A number of a vital sign that a text tells, and how it was measured. */
export const Measurement = z
  .object({
    findingId: Slug,
    value: z.object({ number: z.number(), unit: z.string() }),
    state: Slug.optional(),
    posture: z.enum(['lying', 'sitting', 'standing']).optional(),
    effort: z.enum(['rest', 'exertion']).optional(),
    support: z.enum(['air', 'oxygen']).optional().meta({ description: 'what was breathed' }),
    side: z.enum(['right', 'left']).optional(),
    extreme: z
      .enum(['lowest', 'mean', 'highest'])
      .optional()
      .meta({ description: 'of several values in a time' }),
    daysAgo: z.number().optional().meta({ description: 'days before the present, where the text tells' }),
    superseded: z
      .literal(true)
      .optional()
      .meta({ description: 'another value of the same sign counts instead' }),
    source: FindingSource.optional(),
  })
  .meta({ id: 'Measurement' });

export const StageInput = z.strictObject({
  name: maskedText(80),
  narrative: maskedText(MAX_NARRATIVE).optional(),
  findings: z.array(FindingInput).max(MAX_FINDINGS).optional(),
  labs: z.array(LabInput).max(MAX_LABS).optional(),
});

/** An empty string or list says nothing: something must be told of the patient. */
const tellsSomething = (c: {
  narrative?: string | undefined;
  findings?: unknown[] | undefined;
  labs?: unknown[] | undefined;
  stages?: unknown[] | undefined;
}): boolean =>
  Boolean(c.narrative?.trim()) ||
  [c.findings, c.labs, c.stages].some((list) => list !== undefined && list.length > 0);

/** Characters of all texts of a case together: narratives, titles, notes, names and units. */
function charactersOf(input: unknown): number {
  if (typeof input === 'string') return input.length;
  if (typeof input !== 'object' || input === null) return 0;
  return Object.values(input).reduce((sum: number, value) => sum + charactersOf(value), 0);
}

export const CaseInput = z
  .strictObject({
    title: maskedText(200).optional(),
    language: Language.optional(),
    narrative: maskedText(MAX_NARRATIVE).optional(),
    patient: Patient.default({ age: null, sex: 'unknown' }),
    setting: Setting.optional(),
    region: Region.optional(),
    findings: z.array(FindingInput).max(MAX_FINDINGS).optional(),
    labs: z.array(LabInput).max(MAX_LABS).optional(),
    stages: z.array(StageInput).max(MAX_STAGES).optional(),
  })
  .refine(tellsSomething, {
    message: 'give at least one of narrative, findings, labs or stages',
    params: { code: 'empty-case' },
  })
  .refine((input) => charactersOf(input) <= MAX_CASE_CHARACTERS, {
    message: `the texts of a case hold at most ${String(MAX_CASE_CHARACTERS)} characters together`,
    params: { code: 'too-much-text' },
  })
  .meta({
    id: 'CaseInput',
    example: {
      language: 'en',
      narrative:
        'A 58-year-old woman has had sudden shortness of breath since this morning. She denies fever.',
      patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
      setting: 'emergency',
    },
  });

export const MaskedKind = z.enum([
  'name',
  'phone',
  'national-id',
  'mrn',
  'email',
  'address',
  'date',
  'org',
  'age-over-89',
  'plate',
  'bank',
  'wechat',
  'url',
]);
export const Masked = z.object({ kind: MaskedKind, count: z.number().int().min(1) }).meta({ id: 'Masked' });
export const Unmatched = z
  .object({ quote: z.string(), start: z.number().int(), end: z.number().int() })
  .meta({ id: 'Unmatched' });
/** Why words that were read say nothing of the patient now. */
export const SetAsideReason = z
  .enum([
    'conditional',
    'planned',
    'belief',
    'other-person',
    'family',
    'historical',
    'allergy',
    'stopped-medicine',
    'comparison',
    'diagnosis',
    'part-denied',
    'unusable-value',
    'other-specimen',
    'contradicted',
    'unfit',
    'repeated',
    'other-value',
    'teaching',
  ])
  .meta({
    id: 'SetAsideReason',
    description:
      'conditional: what might happen, and advice for it. planned: to be done, or looked for. belief: feared, thought or ' +
      'held true. other-person, family, historical: of somebody else, of a relative, of the past, and no finding stands ' +
      'for it. allergy: what an allergy is to. diagnosis: a diagnosis is named, which is the question. part-denied: a ' +
      'denial of a part only. contradicted: the text says otherwise elsewhere. ' +
      'unfit: it cannot be of a patient of this sex or age. repeated: counted where it stands first. ' +
      'other-value: a number of a vital sign of which another number counts. ' +
      'teaching: an option of an examination question, its answer, or a point to learn',
  });
export const SetAside = z
  .object({
    ...Unmatched.shape,
    reason: SetAsideReason,
    message: z.string().optional().meta({ description: 'the reason in words' }),
  })
  .meta({ id: 'SetAside', description: 'Words of the text that were read and do not count, and why' });
export const IntakeWarning = z
  .looseObject({ code: z.string(), message: z.string().optional() })
  .meta({ id: 'IntakeWarning', description: 'What was resolved, assumed or left out, by code' });

export const UnderstoodPatient = z
  .object({
    age: z.object({ value: z.number(), unit: z.enum(['a', 'mo', 'wk', 'd']) }).nullable(),
    sex: Sex,
    pregnant: z.boolean().nullish(),
  })
  .meta({ id: 'UnderstoodPatient' });

/** A stage as the teacher named it, with the findings that it gave. */
export const UnderstoodStage = z
  .object({ name: z.string(), findingIds: z.array(Slug) })
  .meta({ id: 'UnderstoodStage' });

export const Understood = z
  .object({
    findings: z.array(Finding),
    labs: z.array(Lab),
    measurements: z.array(Measurement).default([]),
    patient: UnderstoodPatient,
    unmatched: z.array(Unmatched),
    setAside: z.array(SetAside).default([]),
    warnings: z.array(IntakeWarning),
    masked: z.array(Masked),
    stages: z
      .array(UnderstoodStage)
      .optional()
      .meta({ description: "the case's own stages in order, where it has any" }),
    laboratory: Laboratory.optional(),
  })
  .meta({ id: 'Understood' });

export const Stage = z.object({
  name: z.string(),
  narrative: z.string().optional(),
  findings: z.array(Finding).optional(),
  labs: z.array(Lab).optional(),
});

/** What a teacher states of a patient who is brought from elsewhere, without which there is no case. */
export const PatientConfirmation = z.enum(['fictional', 'training-record', 'consented']).meta({
  description:
    '`fictional`: nobody’s record; `training-record`: made up for training; `consented`: a patient agreed to being taught with',
});

export const Case = z
  .object({
    id: Uuid,
    version: z.number().int().min(1),
    createdAt: Instant,
    language: Language,
    title: z.string().nullable(),
    narrative: z.string().nullable().meta({ description: 'de-identified' }),
    patient: UnderstoodPatient,
    setting: Setting.nullable(),
    region: z.string().nullable(),
    findings: z.array(Finding),
    labs: z.array(Lab),
    measurements: z.array(Measurement).default([]),
    laboratory: Laboratory.optional(),
    stages: z.array(Stage),
    corrections: z.array(Correction),
    unmatched: z.array(Unmatched),
    setAside: z.array(SetAside).default([]),
    warnings: z.array(IntakeWarning),
    masked: z.array(Masked),
    confirmation: PatientConfirmation.optional().meta({
      description: 'What was stated of the patient; of cases alone that were brought from a training EHR',
    }),
    notice: z.string(),
  })
  .meta({ id: 'Case' });

export const CaseQuery = z.object({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(LATEST_CASE_VERSION)
    .optional()
    .meta({ description: 'the newest where it is left out' }),
});

export const PhenopacketQuery = CaseQuery.extend({
  report: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: '`true`: wrapped, with what it does not hold' }),
  lang: Language.optional().meta({ description: 'of labels and notice' }),
});
/** A Phenopacket (GA4GH, Schema 2). */
const Phenopacket = z
  .looseObject({
    id: z.string(),
    subject: z.looseObject({ id: z.string(), sex: z.string() }),
    phenotypicFeatures: z.array(z.looseObject({ type: z.looseObject({ id: z.string() }) })),
    measurements: z.array(z.looseObject({ assay: z.looseObject({ id: z.string() }) })),
    metaData: z.looseObject({ created: z.string(), phenopacketSchemaVersion: z.string() }),
  })
  .meta({ id: 'Phenopacket' });
/** The same with what of the case it does not hold. */
const PhenopacketReport = z
  .object({
    phenopacket: Phenopacket,
    omitted: z.array(
      z.object({
        about: z.string().meta({ description: 'a finding, or the code or name of a laboratory value' }),
        reason: z.enum(['no-code', 'no-unit', 'not-a-plain-number', 'not-known', 'certainty']),
      }),
    ),
    notice: z.string(),
  })
  .meta({ id: 'PhenopacketReport' });
export const PhenopacketAnswer = z.union([Phenopacket, PhenopacketReport]);

export const IntakePreviewInput = z
  .strictObject({
    narrative: maskedText(MAX_NARRATIVE, 1),
    language: Language.optional().meta({
      description: 'of the narrative; findings are named in it where the request chooses no language',
    }),
    patient: Patient.optional(),
  })
  .meta({ id: 'IntakePreviewInput', example: { narrative: 'Sudden chest pain, no fever.', language: 'en' } });
export const IntakePreview = Understood.extend({ notice: z.string() }).meta({ id: 'IntakePreview' });

export type Age = z.infer<typeof Age>;
export type Patient = z.infer<typeof Patient>;
export type LabInput = z.infer<typeof LabInput>;
export type Lab = z.infer<typeof Lab>;
export type Measurement = z.infer<typeof Measurement>;
export type CaseInput = z.infer<typeof CaseInput>;
export type Masked = z.infer<typeof Masked>;
export type MaskedKind = z.infer<typeof MaskedKind>;
export type Unmatched = z.infer<typeof Unmatched>;
export type SetAside = z.infer<typeof SetAside>;
export type SetAsideReason = z.infer<typeof SetAsideReason>;
export type IntakeWarning = z.infer<typeof IntakeWarning>;
export type UnderstoodStage = z.infer<typeof UnderstoodStage>;
export type Understood = z.infer<typeof Understood>;
export type UnderstoodPatient = z.infer<typeof UnderstoodPatient>;
export type PatientConfirmation = z.infer<typeof PatientConfirmation>;
export type Case = z.infer<typeof Case>;
export type Stage = z.infer<typeof Stage>;
export type IntakePreviewInput = z.infer<typeof IntakePreviewInput>;
export type IntakePreview = z.infer<typeof IntakePreview>;
