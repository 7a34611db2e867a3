import { z } from 'zod';
import { Instant, Language, Setting, Sex, Slug, Uuid } from '../primitives';

export const MAX_NARRATIVE = 20_000;
export const MAX_FINDINGS = 500;
export const MAX_LABS = 500;
export const MAX_STAGES = 12;

/** Postgres cannot hold NUL, UTF-8 cannot hold half a surrogate pair; either is damage, not content. */
export const isWholeText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
const NOT_WHOLE = {
  error: 'contains a NUL character or half of a surrogate pair',
  params: { code: 'damaged-text' },
};
const text = (max: number) => z.string().max(max).refine(isWholeText, NOT_WHOLE);

const YEARS_PER_UNIT = { a: 1, mo: 1 / 12, wk: 7 / 365.25, d: 1 / 365.25 } as const;
const OLDEST_YEARS = 130;

export const Age = z
  .strictObject({ value: z.number().min(0), unit: z.enum(['a', 'mo', 'wk', 'd']) })
  .refine((age) => age.value * YEARS_PER_UNIT[age.unit] <= OLDEST_YEARS, {
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

export const Presence = z.enum(['present', 'absent', 'unknown']);
export const Assertion = z.enum([
  'current',
  'historical',
  'family',
  'other-person',
  'conditional',
  'planned',
]);
export const FindingSource = z.object({
  kind: z.enum(['coded', 'text', 'panel', 'proposed']),
  start: z.number().int().min(0).optional().meta({ description: 'Unicode code points' }),
  end: z.number().int().min(0).optional().meta({ description: 'exclusive' }),
  quote: z.string().optional(),
});

/** A code of a public terminology: HPO, LOINC or an ICD-10 symptom code. */
export const Coding = z
  .strictObject({ system: z.enum(['HPO', 'LOINC', 'ICD-10']), code: z.string().min(1).max(40) })
  .meta({ id: 'Coding', example: { system: 'HPO', code: 'HP:0002094' } });

export const FindingValue = z.union([
  z.strictObject({ number: z.number(), unit: z.string().min(1).max(40) }),
  z.strictObject({ code: Slug }),
]);

const findingFields = {
  presence: Presence.optional().meta({
    description: 'required for binary findings, not allowed for categorical ones',
  }),
  value: FindingValue.optional().meta({
    description: 'for categorical findings: a state, or a quantity with its unit',
  }),
  certainty: z.number().min(0.5).max(1).optional().meta({ description: '0.5 says nothing, 1 is certain' }),
  assertion: Assertion.optional(),
  note: text(500).optional(),
};

/** A finding as it is sent in: by our id, or by a code of a public terminology (`system`, `code`) in its place. */
export const FindingInput = z
  .strictObject({
    findingId: z.union([Slug, Coding]).optional(),
    system: Coding.shape.system.optional(),
    code: Coding.shape.code.optional(),
    ...findingFields,
    source: FindingSource.optional(),
  })
  .refine((f) => (f.findingId === undefined) === (f.system !== undefined && f.code !== undefined), {
    path: ['findingId'],
    message: 'give a findingId, or a system and a code in its place',
    params: { code: 'finding-not-named' },
  })
  .transform(({ findingId, ...finding }) =>
    typeof findingId === 'object'
      ? { ...finding, ...findingId }
      : { ...finding, ...(findingId && { findingId }) },
  )
  .meta({ id: 'FindingInput', example: { findingId: 'pleuritic-chest-pain', presence: 'present' } });

/** A finding as the product understood it. */
export const Finding = z
  .object({
    findingId: Slug,
    name: z.string().optional(),
    ...findingFields,
    source: FindingSource.optional(),
  })
  .meta({ id: 'Finding', example: { findingId: 'pleuritic-chest-pain', presence: 'present', certainty: 1 } });

export const LabValue = z.union([
  z.number(),
  z.strictObject({ comparator: z.enum(['<', '<=', '>', '>=']), number: z.number() }),
  z.strictObject({ titre: z.string().regex(/^1:\d{1,7}$/) }),
  z.strictObject({ code: Slug }),
]);

export const LabInput = z
  .strictObject({
    code: text(120).optional(),
    name: text(120).optional(),
    value: LabValue,
    unit: z.string().min(1).max(40).optional(),
    referenceRange: z
      .strictObject({
        low: z.number().optional(),
        high: z.number().optional(),
        unit: z.string().min(1).max(40),
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
    findingId: Slug.optional(),
    state: Slug.optional(),
    source: FindingSource.optional(),
  })
  .meta({ id: 'Lab' });

export const StageInput = z.strictObject({
  name: text(80),
  narrative: text(MAX_NARRATIVE).optional(),
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

export const CaseInput = z
  .strictObject({
    title: text(200).optional(),
    language: Language.optional(),
    narrative: text(MAX_NARRATIVE).optional(),
    patient: Patient.default({ age: null, sex: 'unknown' }),
    setting: Setting.optional(),
    region: z.string().max(20).optional(),
    findings: z.array(FindingInput).max(MAX_FINDINGS).optional(),
    labs: z.array(LabInput).max(MAX_LABS).optional(),
    stages: z.array(StageInput).max(MAX_STAGES).optional(),
  })
  .refine(tellsSomething, {
    message: 'give at least one of narrative, findings, labs or stages',
    params: { code: 'empty-case' },
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
    patient: UnderstoodPatient,
    unmatched: z.array(Unmatched),
    warnings: z.array(IntakeWarning),
    masked: z.array(Masked),
    stages: z
      .array(UnderstoodStage)
      .optional()
      .meta({ description: "the case's own stages in order, where it has any" }),
  })
  .meta({ id: 'Understood' });

export const Stage = z.object({
  name: z.string(),
  narrative: z.string().optional(),
  findings: z.array(Finding).optional(),
  labs: z.array(Lab).optional(),
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
    stages: z.array(Stage),
    corrections: z.array(z.looseObject({ action: z.enum(['accept', 'reject', 'set']) })),
    unmatched: z.array(Unmatched),
    warnings: z.array(IntakeWarning),
    masked: z.array(Masked),
    notice: z.string(),
  })
  .meta({ id: 'Case' });

export const IntakePreviewInput = z
  .strictObject({
    narrative: text(MAX_NARRATIVE).min(1),
    language: Language.optional().meta({
      description: 'of the narrative; findings are named in it where the request chooses no language',
    }),
    patient: Patient.optional(),
  })
  .meta({ id: 'IntakePreviewInput', example: { narrative: 'Sudden chest pain, no fever.', language: 'en' } });
export const IntakePreview = Understood.extend({ notice: z.string() }).meta({ id: 'IntakePreview' });

export type Age = z.infer<typeof Age>;
export type Patient = z.infer<typeof Patient>;
export type Presence = z.infer<typeof Presence>;
export type Assertion = z.infer<typeof Assertion>;
export type Coding = z.infer<typeof Coding>;
export type FindingInput = z.infer<typeof FindingInput>;
export type Finding = z.infer<typeof Finding>;
export type LabInput = z.infer<typeof LabInput>;
export type Lab = z.infer<typeof Lab>;
export type CaseInput = z.infer<typeof CaseInput>;
export type Masked = z.infer<typeof Masked>;
export type MaskedKind = z.infer<typeof MaskedKind>;
export type Unmatched = z.infer<typeof Unmatched>;
export type IntakeWarning = z.infer<typeof IntakeWarning>;
export type UnderstoodStage = z.infer<typeof UnderstoodStage>;
export type Understood = z.infer<typeof Understood>;
export type UnderstoodPatient = z.infer<typeof UnderstoodPatient>;
export type Case = z.infer<typeof Case>;
export type Stage = z.infer<typeof Stage>;
export type IntakePreviewInput = z.infer<typeof IntakePreviewInput>;
export type IntakePreview = z.infer<typeof IntakePreview>;
