import { z } from 'zod';
import { CodedDisease, CodedMustNotMiss, CodedTest } from '../answer/coded-answer';
import {
  codeText,
  GeneratedBy,
  Instant,
  labelText,
  Language,
  maskedText,
  page,
  PageQuery,
  passingText,
  Probability,
  Setting,
  Sha256,
  Slug,
  Uuid,
  Versions,
} from '../primitives';

export const MAX_CASE_STAGES = 8;
/** Of one stage, in one language. */
export const MAX_STAGE_TEXT = 4_000;
/** Of a whole teaching case as JSON in UTF-8: sealed, with its checks and reviews, it still fits into one job. */
export const MAX_CASE_BODY_BYTES = 150 * 1024;
/** Cases of one import. */
export const MAX_IMPORTED_CASES = 200;

/** Made up. */
const EXAMPLE = {
  title: { en: 'Breathless after a new knee', zh: '膝关节置换术后气促' },
  teaser: { en: 'Eleven days after the operation.', zh: '术后第11天。' },
  licence: 'CC BY 4.0',
  author: 'OpenRounds',
  origin: 'fictional',
  presentingProblem: 'dyspnoea',
  setting: 'emergency',
  patient: { ageYears: 58, sex: 'female' },
  stages: [
    {
      stage: 'history',
      text: {
        en: 'A woman of 58 has been short of breath since this morning; breathing in hurts on the right.',
        zh: '58岁女性，今晨起气促，吸气时右侧胸痛。',
      },
      findings: { dyspnoea: 'present', 'pleuritic-chest-pain': 'present', haemoptysis: 'absent' },
    },
    {
      stage: 'examination',
      text: { en: 'Her left calf is swollen.', zh: '左小腿肿胀。' },
      findings: { 'unilateral-leg-swelling': 'present' },
    },
  ],
  key: {
    diagnosis: 'pulmonary-embolism',
    alternatives: [
      {
        id: 'community-acquired-pneumonia',
        why: { en: 'It hurts the same way; but no fever, no cough.', zh: '胸痛相似；但无发热、无咳嗽。' },
      },
    ],
    mustConsider: ['pulmonary-embolism'],
  },
  teachingPoints: [{ en: 'Ask for the calf when somebody is breathless.', zh: '气促患者应查看小腿。' }],
};

/** A text of a case in one language or both; students see the other one, marked, where theirs is missing. */
export const bilingual = (max: number) =>
  z
    .strictObject({ en: maskedText(max, 1).optional(), zh: maskedText(max, 1).optional() })
    .refine(({ en, zh }) => en !== undefined || zh !== undefined, {
      message: 'a text needs at least one language',
      params: { code: 'language-missing' },
    });

/** `present`, `absent` or a state; with how sure that is, where it is less than certain. */
const CaseFact = z.union([Slug, z.strictObject({ is: Slug, certainty: z.number().gt(0.5).max(1) })]);

export const StageKind = z.enum(['history', 'examination', 'laboratory', 'imaging']);
const CaseStage = z.strictObject({
  stage: StageKind,
  title: bilingual(200).optional(),
  text: bilingual(MAX_STAGE_TEXT),
  findings: z.record(Slug, CaseFact).default({}),
});

/** Probabilities of the teacher's own list after a stage; Other is what is left of 100. */
const StageKey = z
  .array(z.strictObject({ diseaseId: Slug, percent: z.number().int().min(1).max(100) }))
  .max(20);

const CaseKey = z.strictObject({
  diagnosis: Slug,
  acceptable: z.array(Slug).max(20).default([]),
  alternatives: z
    .array(z.strictObject({ id: Slug, why: bilingual(600) }))
    .max(20)
    .default([]),
  mustConsider: z.array(Slug).max(20).default([]),
  perStage: z.array(StageKey).max(MAX_CASE_STAGES).optional(),
});

/** What the teacher says of something that may be done next. */
export const ChoiceVerdict = z.enum(['best', 'acceptable', 'poor', 'harmful']);
/** What one may do next, with the teacher's verdict. */
const CaseChoice = z.strictObject({
  testId: Slug,
  verdict: ChoiceVerdict,
  why: bilingual(600).optional(),
});

/** What can be wrong with a line of a list. */
export const PlantedErrorKind = z.enum([
  'wrong-sign',
  'finding-not-in-the-case',
  'danger-left-out',
  'base-rate',
  'counted-twice',
  'sum',
  'misread-value',
  'wrongly-excluded',
]);
export const PlantedError = z.strictObject({ lineId: Slug, errorKind: PlantedErrorKind });

/** A list for one stage of a case in which one line is wrong. */
const CaseDrill = z
  .strictObject({
    stageNo: z.number().int().min(1).max(MAX_CASE_STAGES),
    lines: z
      .array(z.strictObject({ id: Slug, text: bilingual(300) }))
      .min(1)
      .max(40),
    planted: PlantedError,
  })
  .refine(({ lines, planted }) => lines.some(({ id }) => id === planted.lineId), {
    path: ['planted', 'lineId'],
    message: 'the list has no such line',
  });

const MOST_OPTIONS = 6;
const FEWEST_OPTIONS = 3;

/** Something to be talked about; with options a question with one best answer, of which `answer` is the explanation. */
const CaseQuestion = z
  .strictObject({
    ask: bilingual(600),
    answer: bilingual(1_200).optional(),
    options: z
      .array(z.strictObject({ text: bilingual(300), right: z.boolean() }))
      .min(FEWEST_OPTIONS)
      .max(MOST_OPTIONS)
      .optional(),
    draftedBy: GeneratedBy.extend({
      model: codeText(/^[\w./:@+-]{1,120}$/),
      promptVersion: codeText(/^[\w.-]{1,20}$/),
    })
      .strict()
      .optional()
      .meta({ description: 'the language model that drafted what the author released: it was AI-generated' }),
  })
  .refine(({ options }) => options === undefined || options.filter(({ right }) => right).length === 1, {
    path: ['options'],
    message: 'a question with options has one best answer',
    params: { code: 'one-right' },
  });

/** What a case is for: to be taken stage by stage, to hold two diseases apart, to find the error in a list. */
export const CaseKind = z.enum(['staged', 'two-diseases', 'find-the-error']);
/** How hard the teacher takes a case to be. */
export const Difficulty = z.enum(['easy', 'moderate', 'hard']);

/** A staged teaching case with the teacher's key: the shape of `knowledge/cases/*.yaml`. */
export const CaseBody = z
  .strictObject({
    title: bilingual(200),
    teaser: bilingual(300).optional(),
    licence: labelText(80),
    author: labelText(120),
    /** `fictional`: nobody's record; `consented`: a patient agreed to being taught with, and is not to be recognised. */
    origin: z.enum(['fictional', 'consented']),
    presentingProblem: Slug,
    setting: Setting,
    difficulty: Difficulty.optional(),
    kind: CaseKind.optional().meta({ description: 'left out: `staged`' }),
    patient: z.strictObject({
      ageYears: z.number().min(0).max(120),
      sex: z.enum(['female', 'male']),
      pregnant: z.boolean().optional(),
    }),
    stages: z.array(CaseStage).min(1).max(MAX_CASE_STAGES),
    key: CaseKey,
    essential: z.array(Slug).max(60).optional(),
    choices: z.array(z.array(CaseChoice).max(12)).max(MAX_CASE_STAGES).optional(),
    drill: CaseDrill.optional(),
    teachingPoints: z.array(bilingual(600)).min(1).max(20),
    questions: z.array(CaseQuestion).max(20).default([]),
    patientAnswers: z.boolean().optional().meta({
      description:
        'whether learners may ask the patient; answers are given by a language model, where there is one',
    }),
  })
  .refine(({ drill, stages }) => drill === undefined || drill.stageNo <= stages.length, {
    path: ['drill', 'stageNo'],
    message: 'the case has no such stage',
  })
  .refine(({ drill, kind }) => drill !== undefined || kind !== 'find-the-error', {
    path: ['drill'],
    message: 'a case of this kind needs a list with an error',
    params: { code: 'required' },
  })
  .meta({ id: 'CaseBody' });

/** A text in the language that was asked for, or in the other one where the case has no such. */
export const LocalisedText = z.object({ text: z.string(), language: Language }).meta({ id: 'LocalisedText' });

export const CaseState = z.enum(['draft', 'in-review', 'published', 'retired']);
export const CaseMark = z.enum(['built-in', 'reviewed', 'not-second-read']).meta({
  description:
    '`built-in`: comes with the product, not reviewed by a clinician; `not-second-read`: published where nobody else could read it',
});

/** What a case shows before it is taken. It has no key, and no field from which one could be told. */
export const LibraryCard = z
  .object({
    id: Uuid,
    title: LocalisedText,
    teaser: LocalisedText.nullable(),
    problemId: Slug,
    problem: z.string(),
    setting: Setting,
    stages: z.number().int(),
    kind: CaseKind,
    difficulty: Difficulty.nullable().meta({
      description:
        'as its author says; else by when the key leads the engine’s list: after the history, after the examination, later. What the engine says is withheld from a student while the case is in a running room of theirs.',
    }),
    languages: z.array(Language),
    mark: CaseMark,
    taken: z.boolean().meta({
      description: 'whether whoever asks has had the case in a room, as the filter of this name has it',
    }),
    mine: z.boolean().optional(),
  })
  .meta({ id: 'LibraryCard' });

export const LibraryQuery = PageQuery.extend({
  lang: Language.optional(),
  language: Language.optional(),
  problem: Slug.optional(),
  setting: Setting.optional(),
  kind: CaseKind.optional(),
  difficulty: Difficulty.optional(),
  taken: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({
      description:
        'Whether whoever asks has had the case in a room: led it, or sat in it with their account or class token',
    }),
  q: passingText(200).optional(),
});
export const LibraryList = page(LibraryCard).extend({ notice: z.string() }).meta({ id: 'LibraryList' });

/** What a check of a case found; errors keep it from being published, warnings and notes do not. */
export const CaseCheckCode = z.enum([
  'unknown-finding',
  'unknown-state',
  'unknown-disease',
  'unknown-problem',
  'unknown-test',
  'contradiction',
  'identity-in-text',
  'stages-out-of-order',
  'stage-key-over-100',
  'pregnancy-impossible',
  'key-in-text',
  'language-missing',
  'engine-disagrees',
]);
/** As it is stored and travels: which check, of what; words come last. */
export const CodedCaseCheck = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  code: CaseCheckCode,
  pointer: z.string().meta({ description: 'JSON Pointer into the body' }),
  /** The id that the check is about, or the language that is missing. */
  of: z.string(),
});
export const CaseCheck = CodedCaseCheck.omit({ of: true })
  .extend({ message: z.string() })
  .meta({ id: 'CaseCheck' });

export const CaseReview = z
  .object({
    version: z.number().int(),
    verdict: z.enum(['agree', 'change']),
    comment: z.string().nullable(),
    reviewer: z.string(),
    at: Instant,
  })
  .meta({ id: 'CaseReview' });

/** What every telling of a case begins with. */
export const CaseHead = z.object({
  id: Uuid,
  slug: Slug,
  state: CaseState,
  mark: CaseMark,
  mine: z.boolean(),
  version: z.number().int(),
  publishedVersion: z.number().int().nullable(),
});

/** A case with its text and key; what its checks found travels in codes and is put into words last. */
export const ToldTeachingCase = CaseHead.extend({
  versions: z.array(
    z.object({
      version: z.number().int(),
      contentHash: Sha256,
      madeAt: Instant.nullable(),
      note: z.string().nullable(),
    }),
  ),
  body: CaseBody,
  checks: z.array(CodedCaseCheck),
  reviews: z.array(CaseReview),
  masked: z
    .number()
    .int()
    .min(0)
    .meta({ description: 'identities that were masked in the texts of this version' }),
});
export const TeachingCase = ToldTeachingCase.extend({
  checks: z.array(CaseCheck),
  notice: z.string(),
}).meta({ id: 'TeachingCase' });

export const TeachingCaseQuery = z.object({
  version: z.coerce.number().int().min(1).max(100_000).optional(),
  lang: Language.optional(),
});
export const TeachingCaseList = page(CaseHead.extend({ title: LocalisedText, problemId: Slug })).meta({
  id: 'TeachingCaseList',
});
export const TeachingCaseListQuery = PageQuery.extend({
  lang: Language.optional(),
  state: CaseState.optional(),
});

export const ExportCaseQuery = z.object({
  as: z.enum(['json', 'yaml']).default('json'),
  version: z.coerce.number().int().min(1).max(100_000).optional(),
});

export const CreateTeachingCaseInput = z
  .strictObject({ body: CaseBody, note: maskedText(300, 1).optional() })
  .meta({ id: 'CreateTeachingCaseInput', example: { body: EXAMPLE, note: 'First draft' } });
/** A case as it stands on its author's screen. */
export const CheckTeachingCaseInput = z
  .strictObject({ body: CaseBody })
  .meta({ id: 'CheckTeachingCaseInput', example: { body: EXAMPLE } });
/** What the checks find in a case that nobody has stored. */
export const CheckedTeachingCase = z
  .object({
    checks: z.array(CaseCheck),
    masked: z.number().int().min(0).meta({ description: 'identities that would be masked in its texts' }),
  })
  .meta({ id: 'CheckedTeachingCase' });
export const ActOnTeachingCaseInput = z
  .strictObject({ version: z.number().int().min(1).max(100_000) })
  .meta({ id: 'ActOnTeachingCaseInput', example: { version: 1 } });
export const ReviewTeachingCaseInput = ActOnTeachingCaseInput.extend({
  verdict: z.enum(['agree', 'change']),
  comment: maskedText(1_000, 1).optional(),
}).meta({
  id: 'ReviewTeachingCaseInput',
  example: { version: 1, verdict: 'change', comment: 'Stage 1 tells too much.' },
});

const ForecastDisease = CodedDisease.pick({
  rank: true,
  diseaseId: true,
  probability: true,
  mustNotMiss: true,
});
const ForecastDanger = CodedMustNotMiss.pick({ diseaseId: true, probability: true });
const ForecastTest = CodedTest.pick({ testId: true, expectedInformationGain: true });
const named = { name: z.string() };

/** One stage of a forecast, in codes. */
export const CodedStageForecast = z.object({
  stageNo: z.number().int(),
  differential: z.array(ForecastDisease),
  other: Probability,
  mustNotMiss: z.array(ForecastDanger),
  nextTests: z.array(ForecastTest),
  keyRank: z.number().int().nullable(),
  keyProbability: Probability.nullable(),
});

/** What the engine would say at each stage. */
export const CaseForecast = z
  .object({
    version: z.number().int(),
    contentHash: Sha256,
    stages: z.array(
      CodedStageForecast.extend({
        differential: z.array(ForecastDisease.extend(named)),
        mustNotMiss: z.array(ForecastDanger.extend(named)),
        nextTests: z.array(ForecastTest.extend(named)),
        /** Of the key, or of a diagnosis accepted in its place; null where it is not among the first 50. */
        keyRank: z.number().int().nullable(),
        keyProbability: Probability.nullable(),
      }),
    ),
    versions: Versions,
    notice: z.string(),
  })
  .meta({ id: 'CaseForecast' });

/** A case as it leaves one installation and enters another. */
export const PortableCase = z
  .object({
    format: z.literal('openrounds-case/1'),
    contentHash: Sha256,
    slug: Slug,
    version: z.number().int(),
    knowledge: Slug,
    body: CaseBody,
  })
  .meta({ id: 'PortableCase' });

/** One case, several, or the text of JSON lines or YAML. Each is read by itself: what is wrong with one keeps no other out. */
export const ImportCasesInput = z
  .union([z.looseObject({}), z.array(z.looseObject({})).min(1).max(MAX_IMPORTED_CASES)])
  .meta({
    id: 'ImportCasesInput',
    description: 'a case of the format `openrounds-case/1`, or up to 200 of them',
    example: {
      format: 'openrounds-case/1',
      contentHash: '9636818d7b980dedddcf2e7f2eddbc66c8d477c10430abf3d5546a826507559a',
      slug: 'case-3f1f4c2b6a10',
      version: 1,
      knowledge: '5359d8ae315e4d00bb6f6df05bac2af5d61fac4be5dad0ceb735ac3d42e4ea78',
      body: EXAMPLE,
    },
  });
const MAX_IMPORT_TEXT = 1024 * 1024;
export const ImportCasesText = maskedText(MAX_IMPORT_TEXT, 1);
export const IMPORT_CASES_MEDIA_TYPES = ['application/yaml', 'application/x-ndjson'] as const;

export const ImportedCases = z
  .object({
    items: z.array(z.object({ line: z.number().int(), id: Uuid, slug: Slug, version: z.number().int() })),
    rejected: z.array(z.object({ line: z.number().int(), pointer: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ImportedCases' });

export type CaseKind = z.infer<typeof CaseKind>;
export type Difficulty = z.infer<typeof Difficulty>;
export type CaseCheckCode = z.infer<typeof CaseCheckCode>;
export type CodedCaseCheck = z.infer<typeof CodedCaseCheck>;
export type CodedStageForecast = z.infer<typeof CodedStageForecast>;
export type CaseReview = z.infer<typeof CaseReview>;
export type CheckTeachingCaseInput = z.infer<typeof CheckTeachingCaseInput>;
export type CheckedTeachingCase = z.infer<typeof CheckedTeachingCase>;
export type CreateTeachingCaseInput = z.infer<typeof CreateTeachingCaseInput>;
export type ReviewTeachingCaseInput = z.infer<typeof ReviewTeachingCaseInput>;
export type CaseBody = z.infer<typeof CaseBody>;
export type CaseState = z.infer<typeof CaseState>;
export type CaseMark = z.infer<typeof CaseMark>;
export type LocalisedText = z.infer<typeof LocalisedText>;
export type LibraryCard = z.infer<typeof LibraryCard>;
export type LibraryQuery = z.infer<typeof LibraryQuery>;
export type LibraryList = z.infer<typeof LibraryList>;
export type CaseCheck = z.infer<typeof CaseCheck>;
export type ToldTeachingCase = z.infer<typeof ToldTeachingCase>;
export type TeachingCase = z.infer<typeof TeachingCase>;
export type TeachingCaseList = z.infer<typeof TeachingCaseList>;
export type CaseForecast = z.infer<typeof CaseForecast>;
export type PortableCase = z.infer<typeof PortableCase>;
export type ImportedCases = z.infer<typeof ImportedCases>;
