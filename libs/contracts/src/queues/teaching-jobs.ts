import { z } from 'zod';
import {
  CaseBody,
  CaseHead,
  CaseKind,
  CaseMark,
  CaseState,
  CodedCaseCheck,
  CodedStageForecast,
  Difficulty,
} from '../http/teaching-case';
import { Role } from '../http/session';
import { Instant, Language, Setting, Sha256, Slug, Uuid, Versions } from '../primitives';
import { JobMeta, Sealed } from './meta';
import { EngineFacts } from './run-jobs';

/** Who asks teaching for something: what is theirs to change, and what is not. */
export const Asker = z.object({
  subject: z.string().min(1),
  role: Role,
  /** Of a student without an account: the learner that the token of a class names. */
  learnerId: Uuid.optional(),
  /** Of a launched teacher: the course they came from. They see what belongs to it or is linked there. */
  courseId: Uuid.optional(),
  /** Of a launched teacher: what they give elsewhere is theirs to see too. */
  beyondCourse: z.boolean().optional(),
});

const OfCase = z.object({ meta: JobMeta, by: Asker, caseId: Uuid });
/** A text as it was written: in one language or both. */
export const CaseText = z.object({ en: z.string().optional(), zh: z.string().optional() });

/** A version of a teaching case as it comes from the gateway: de-identified, with the number of what was masked. */
export const GivenTeachingCase = z.object({
  body: CaseBody,
  note: z.string().nullable(),
  masked: z.number().int().min(0),
});

/** Versions of knowledge, calibration and engine travel along: what the engine would say is asked for by them. */
export const CreateTeachingCasePayload = OfCase.extend({ versions: Versions, sealed: Sealed });
export const CreateTeachingCaseVersionPayload = CreateTeachingCasePayload.extend({
  /** The version that was changed. */
  version: z.number().int(),
  /** Says whether a version that stands already was made by this very request. */
  changeId: z.string().min(1),
});
/** A case that is checked and not kept: the request is all the name it has. */
export const CheckTeachingCasePayload = z.object({ meta: JobMeta, versions: Versions, sealed: Sealed });
export const CodedCaseChecks = z.object({ checks: z.array(CodedCaseCheck) });
export const GetTeachingCasePayload = OfCase.extend({
  versions: Versions,
  version: z.number().int().optional(),
});
export const DeleteTeachingCasePayload = OfCase;
export const ActOnTeachingCasePayload = OfCase.extend({
  versions: Versions,
  version: z.number().int(),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('submit') }),
    z.object({
      kind: z.literal('review'),
      verdict: z.enum(['agree', 'change']),
      /** What the reviewer wrote, de-identified. */
      comment: Sealed.nullable(),
    }),
    z.object({ kind: z.literal('publish') }),
    z.object({ kind: z.literal('retire') }),
  ]),
});

export const SealedTeachingCase = z.object({ caseId: Uuid, sealed: Sealed });

/** What a list shows of a case: no key, and nothing from which one could be told. */
export const ToldCard = z.object({
  id: Uuid,
  title: CaseText,
  teaser: CaseText.nullable(),
  problemId: Slug,
  setting: Setting,
  stages: z.number().int(),
  kind: CaseKind.default('staged'),
  difficulty: Difficulty.nullable(),
  languages: z.array(Language),
  mark: CaseMark,
  taken: z.boolean().default(false),
  mine: z.boolean(),
});
/** The same of a teacher's own cases, with how far they are. */
export const ToldListedCase = CaseHead.extend({ title: CaseText, problemId: Slug });
export const ListLibraryPayload = z.object({
  meta: JobMeta,
  by: Asker,
  limit: z.number().int().min(1),
  from: z.number().int().min(0),
  problem: Slug.optional(),
  setting: Setting.optional(),
  kind: CaseKind.optional(),
  difficulty: Difficulty.optional(),
  /** By which numbers the engine is asked how hard a case is. */
  versions: Versions.optional(),
  language: Language.optional(),
  taken: z.boolean().optional(),
  q: z.string().optional(),
});
export const ListTeachingCasesPayload = z.object({
  meta: JobMeta,
  by: Asker,
  limit: z.number().int().min(1),
  before: Uuid.optional(),
  state: CaseState.optional(),
});
/** A page of cards or cases; `more`: whether others follow. */
export const SealedPage = z.object({ sealed: Sealed, more: z.boolean() });

export const ForecastCasePayload = OfCase.extend({
  versions: Versions,
  version: z.number().int().optional(),
});
export const CodedForecast = z.object({
  version: z.number().int(),
  contentHash: Sha256,
  stages: z.array(CodedStageForecast),
});

/** Ranks facts that belong to no run; the answer goes to teaching as a job of its own. */
export const RankFactsPayload = z.object({
  meta: JobMeta,
  /** What the answer is kept under. */
  forecastId: Sha256,
  /** How often it was asked for. */
  epoch: z.number().int().min(0),
  versions: Versions,
  facts: EngineFacts,
  askedAt: Instant,
});
export const FactsRankedPayload = z.object({
  meta: JobMeta,
  forecastId: Sha256,
  epoch: z.number().int().min(0),
  outcome: z.union([
    /** A `CodedAnswer` as JSON, deflated. */
    z.object({ packed: z.base64() }),
    /** The engine does not rank such a patient. */
    z.object({ rejected: z.string() }),
  ]),
});

/** Most diseases and tests of one outcome table: what fits into a payload. */
export const MAX_TABLE_DISEASES = 200;
export const MAX_TABLE_TESTS = 12;
/** How the results of tests depend on the disease in a patient of whom so much is known. */
export const OutcomeTablePayload = z.object({
  meta: JobMeta,
  versions: Versions,
  facts: EngineFacts,
  diseaseIds: z.array(Slug).max(MAX_TABLE_DISEASES),
  testIds: z.array(Slug).max(MAX_TABLE_TESTS),
});
const Chances = z.array(z.number().min(0).max(1));
/** P(outcome | disease), to six digits; tests with nothing left to learn, and diseases that do not know a test, are left out. */
export const OutcomeTable = z.object({
  tests: z.array(
    z.object({
      testId: Slug,
      elsewhere: Chances,
      given: z.array(z.object({ diseaseId: Slug, chances: Chances })),
    }),
  ),
});

export type OutcomeTablePayload = z.infer<typeof OutcomeTablePayload>;
export type OutcomeTable = z.infer<typeof OutcomeTable>;
export type Asker = z.infer<typeof Asker>;
export type GivenTeachingCase = z.infer<typeof GivenTeachingCase>;
export type CreateTeachingCasePayload = z.infer<typeof CreateTeachingCasePayload>;
export type CreateTeachingCaseVersionPayload = z.infer<typeof CreateTeachingCaseVersionPayload>;
export type CheckTeachingCasePayload = z.infer<typeof CheckTeachingCasePayload>;
export type CodedCaseChecks = z.infer<typeof CodedCaseChecks>;
export type GetTeachingCasePayload = z.infer<typeof GetTeachingCasePayload>;
export type DeleteTeachingCasePayload = z.infer<typeof DeleteTeachingCasePayload>;
export type ActOnTeachingCasePayload = z.infer<typeof ActOnTeachingCasePayload>;
export type SealedTeachingCase = z.infer<typeof SealedTeachingCase>;
export type ToldCard = z.infer<typeof ToldCard>;
export type ToldListedCase = z.infer<typeof ToldListedCase>;
export type ListLibraryPayload = z.infer<typeof ListLibraryPayload>;
export type ListTeachingCasesPayload = z.infer<typeof ListTeachingCasesPayload>;
export type SealedPage = z.infer<typeof SealedPage>;
export type ForecastCasePayload = z.infer<typeof ForecastCasePayload>;
export type CodedForecast = z.infer<typeof CodedForecast>;
export type RankFactsPayload = z.infer<typeof RankFactsPayload>;
export type FactsRankedPayload = z.infer<typeof FactsRankedPayload>;
