import { z } from 'zod';
import { CodedDisease, CodedMustNotMiss, CodedTest } from '../answer/coded-answer';
import {
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
/** Of a whole teaching case as JSON. */
export const MAX_CASE_BODY_BYTES = 200 * 1024;
/** Cases of one import. */
export const MAX_IMPORTED_CASES = 200;

/** A text of a case in one language or both; students see the other one, marked, where theirs is missing. */
const bilingual = (max: number) =>
  z
    .strictObject({ en: maskedText(max, 1).optional(), zh: maskedText(max, 1).optional() })
    .refine(({ en, zh }) => en !== undefined || zh !== undefined, {
      message: 'a text needs at least one language',
      params: { code: 'language-missing' },
    });

/** `present`, `absent` or a state; with how sure that is, where it is less than certain. */
const CaseFact = z.union([Slug, z.strictObject({ is: Slug, certainty: z.number().gt(0.5).max(1) })]);

const CaseStage = z.strictObject({
  stage: z.enum(['history', 'examination', 'laboratory', 'imaging']),
  title: bilingual(200).optional(),
  text: bilingual(MAX_STAGE_TEXT),
  findings: z.record(Slug, CaseFact).default({}),
});

/** Probabilities of the teacher's own list after a stage; Other is what is left of 100. */
const StageKey = z.array(z.strictObject({ diseaseId: Slug, percent: z.number().int().min(1).max(100) })).max(20);

const CaseKey = z.strictObject({
  diagnosis: Slug,
  acceptable: z.array(Slug).max(20).default([]),
  alternatives: z.array(z.strictObject({ id: Slug, why: bilingual(600) })).max(20).default([]),
  mustConsider: z.array(Slug).max(20).default([]),
  perStage: z.array(StageKey).max(MAX_CASE_STAGES).optional(),
});

/** What one may do next, with the teacher's verdict. */
const CaseChoice = z.strictObject({
  testId: Slug,
  verdict: z.enum(['best', 'acceptable', 'poor', 'harmful']),
  why: bilingual(600).optional(),
});

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
    difficulty: z.enum(['easy', 'moderate', 'hard']).optional(),
    patient: z.strictObject({
      ageYears: z.number().min(0).max(120),
      sex: z.enum(['female', 'male']),
      pregnant: z.boolean().optional(),
    }),
    stages: z.array(CaseStage).min(1).max(MAX_CASE_STAGES),
    key: CaseKey,
    essential: z.array(Slug).max(60).optional(),
    choices: z.array(z.array(CaseChoice).max(12)).max(MAX_CASE_STAGES).optional(),
    teachingPoints: z.array(bilingual(600)).min(1).max(20),
    questions: z
      .array(z.strictObject({ ask: bilingual(600), answer: bilingual(1_200).optional() }))
      .max(20)
      .default([]),
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
    difficulty: z.enum(['easy', 'moderate', 'hard']),
    languages: z.array(Language),
    mark: CaseMark,
    mine: z.boolean().optional(),
  })
  .meta({ id: 'LibraryCard' });

export const LibraryQuery = PageQuery.extend({
  lang: Language.optional(),
  language: Language.optional(),
  problem: Slug.optional(),
  setting: Setting.optional(),
  difficulty: z.enum(['easy', 'moderate', 'hard']).optional(),
  q: passingText(200).optional(),
});
export const LibraryList = page(LibraryCard)
  .extend({ notice: z.string() })
  .meta({ id: 'LibraryList' });

/** What a check of a case found; errors keep it from being published, warnings and notes do not. */
export const CaseCheck = z
  .object({
    severity: z.enum(['error', 'warning', 'note']),
    code: z.string(),
    pointer: z.string().meta({ description: 'JSON Pointer into the body' }),
    message: z.string(),
  })
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

export const TeachingCase = z
  .object({
    id: Uuid,
    slug: Slug,
    state: CaseState,
    mark: CaseMark,
    mine: z.boolean(),
    version: z.number().int(),
    publishedVersion: z.number().int().nullable(),
    versions: z.array(
      z.object({ version: z.number().int(), contentHash: Sha256, madeAt: Instant, note: z.string().nullable() }),
    ),
    body: CaseBody,
    checks: z.array(CaseCheck),
    reviews: z.array(CaseReview),
    masked: z.number().int().min(0).meta({ description: 'identities that were masked in the texts of this version' }),
    notice: z.string(),
  })
  .meta({ id: 'TeachingCase' });

export const TeachingCaseQuery = z.object({
  version: z.coerce.number().int().min(1).max(100_000).optional(),
  lang: Language.optional(),
});
export const TeachingCaseList = page(
  TeachingCase.pick({ id: true, slug: true, state: true, mark: true, mine: true, version: true, publishedVersion: true }).extend({
    title: LocalisedText,
    problemId: Slug,
  }),
).meta({ id: 'TeachingCaseList' });
export const TeachingCaseListQuery = PageQuery.extend({ lang: Language.optional(), state: CaseState.optional() });

export const CreateTeachingCaseInput = z
  .strictObject({ body: CaseBody, note: maskedText(300).optional() })
  .meta({ id: 'CreateTeachingCaseInput' });
export const ActOnTeachingCaseInput = z
  .strictObject({ version: z.number().int().min(1).max(100_000) })
  .meta({ id: 'ActOnTeachingCaseInput' });
export const ReviewTeachingCaseInput = ActOnTeachingCaseInput.extend({
  verdict: z.enum(['agree', 'change']),
  comment: maskedText(2_000).optional(),
}).meta({ id: 'ReviewTeachingCaseInput' });

/** What the engine would say at each stage. */
export const CaseForecast = z
  .object({
    version: z.number().int(),
    contentHash: Sha256,
    stages: z.array(
      z.object({
        stageNo: z.number().int(),
        differential: z.array(
          CodedDisease.pick({ rank: true, diseaseId: true, probability: true, mustNotMiss: true }).extend({
            name: z.string(),
          }),
        ),
        other: Probability,
        mustNotMiss: z.array(CodedMustNotMiss.pick({ diseaseId: true, probability: true }).extend({ name: z.string() })),
        nextTests: z.array(
          CodedTest.pick({ testId: true, expectedInformationGain: true }).extend({ name: z.string() }),
        ),
        keyRank: z.number().int().nullable(),
        keyProbability: Probability,
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
    knowledge: z.string(),
    body: CaseBody,
  })
  .meta({ id: 'PortableCase' });

export const ImportedCases = z
  .object({
    items: z.array(z.object({ line: z.number().int(), id: Uuid, slug: Slug, version: z.number().int() })),
    rejected: z.array(z.object({ line: z.number().int(), pointer: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ImportedCases' });

export type CaseBody = z.infer<typeof CaseBody>;
export type CaseState = z.infer<typeof CaseState>;
export type CaseMark = z.infer<typeof CaseMark>;
export type LocalisedText = z.infer<typeof LocalisedText>;
export type LibraryCard = z.infer<typeof LibraryCard>;
export type LibraryQuery = z.infer<typeof LibraryQuery>;
export type LibraryList = z.infer<typeof LibraryList>;
export type CaseCheck = z.infer<typeof CaseCheck>;
export type TeachingCase = z.infer<typeof TeachingCase>;
export type TeachingCaseList = z.infer<typeof TeachingCaseList>;
export type CaseForecast = z.infer<typeof CaseForecast>;
export type PortableCase = z.infer<typeof PortableCase>;
export type ImportedCases = z.infer<typeof ImportedCases>;
