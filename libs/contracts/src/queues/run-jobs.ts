import { z } from 'zod';
import { CodedLlm, CodedPassage, Degraded, LogEntryRef } from '../answer/coded-answer';
import { Lab, Masked, UnderstoodPatient } from '../http/case';
import { CodedCorrection } from '../http/correction';
import { Finding } from '../http/finding';
import { Problem } from '../http/problem';
import { RunOptions } from '../http/run';
import { CaseMix, Language, Setting, Slug, Versions } from '../primitives';
import { JobMeta, Revision, RunMeta, Sealed } from './meta';
import { RunReading } from './reading-jobs';

/** What the engine observed: the coded facts, the only part of a case that travels on from intake. */
export const EngineFacts = z.object({
  patient: z.object({
    ageYears: z.number().min(0).nullable(),
    sex: z.enum(['female', 'male', 'unknown']),
    pregnant: z.boolean().nullable(),
  }),
  setting: Setting.nullable(),
  observed: z.array(
    z.object({
      findingId: Slug,
      presence: z.enum(['present', 'absent', 'unknown']).optional(),
      state: Slug.optional(),
      certainty: z.number().min(0.5).max(1).optional(),
    }),
  ),
  /** The case's own stages in order, each with the findings that it gave; their titles are narrative and stay. */
  stages: z.array(z.array(Slug)).optional(),
});

/** The case as it is understood, without any quotation: findings and laboratory values in codes. */
export const CodedCase = z.object({
  language: Language,
  patient: UnderstoodPatient,
  setting: Setting.nullable(),
  region: z.string().nullable(),
  findings: z.array(Finding),
  labs: z.array(Lab),
  masked: z.array(Masked),
  /** What a person has corrected of it, one for each finding; left out where nothing was. */
  corrections: z.array(CodedCorrection).optional(),
});

/** The case of a run: stored before (`stored`), or new (`input`): a `CaseInput`, de-identified and sealed. */
export const NormaliseCasePayload = z.object({
  meta: RunMeta,
  options: RunOptions,
  stored: z.object({ caseVersion: z.number().int().nullable() }).nullable(),
  input: z.object({ sealed: Sealed, masked: z.array(Masked) }).nullable(),
  /** Whether a language model may read its texts. */
  reading: z.boolean().optional(),
});

/** What was understood, with its quotations: sealed, and opened by nobody but the gateway. */
export const UnderstoodSection = z.object({
  type: z.literal('understood'),
  caseVersion: z.number().int(),
  sealed: Sealed,
});

/**
 * A ranking on its way: a `CodedAnswer` as JSON, deflated. One that is larger than a payload carries is named by its
 * hash instead, and read in parts from ddx-ranking (`read-ranking.v1`).
 */
export const CarriedAnswer = z.union([
  z.strictObject({ packed: z.base64() }),
  z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), parts: z.number().int().min(1) }),
]);

export const RankDifferentialPayload = z.object({
  meta: RunMeta,
  options: RunOptions,
  caseVersion: z.number().int(),
  codedCase: CodedCase,
  facts: EngineFacts,
  reading: z.boolean().optional(),
  /** Reported together with the ranking: one job less. */
  understood: UnderstoodSection,
});

/** What a language model is asked about: the facts, and the dangers that the engine raised for them. */
export const RankWithLlmPayload = z.object({
  meta: RunMeta,
  facts: EngineFacts,
  language: Language,
  caseMix: CaseMix.default('teaching'),
  mustNotMiss: z.array(Slug).default([]),
});
export const RetrieveGuidelinesPayload = z.object({
  meta: RunMeta,
  language: Language,
  region: z.string().nullable(),
  diseaseIds: z.array(Slug),
  findingIds: z.array(Slug),
  /** Whether to tell the gateway at once: only where the run waits for a language model as well. */
  report: z.boolean(),
});
export const FinaliseExplanationPayload = z.object({
  meta: RunMeta,
  options: RunOptions,
  caseVersion: z.number().int(),
  codedCase: CodedCase,
  facts: EngineFacts,
  answer: CarriedAnswer,
  expected: z.object({ llm: z.boolean(), guidelines: z.boolean(), reading: z.boolean().optional() }),
});
/**
 * What of a run's record (`openrounds.explanation.v1`) its answer is computed again from, and that answer. The answer is
 * not read: it is compared as it was recorded.
 */
export const ReplayableRecord = z.object({
  format: z.literal('openrounds.explanation.v1'),
  versions: Versions,
  options: RunOptions,
  case: CodedCase,
  facts: EngineFacts,
  answer: z.record(z.string(), z.unknown()),
  revision: Revision.optional(),
});
export const GuidelinesResult = z.object({
  passages: z.array(CodedPassage),
  reason: z.literal('no-evidence-found').optional(),
});

export const ReportedSection = z.discriminatedUnion('type', [
  UnderstoodSection,
  z.object({ type: z.literal('differential'), answer: CarriedAnswer }),
  z.object({ type: z.literal('guidelines'), result: GuidelinesResult }),
  z.object({ type: z.literal('llm'), result: CodedLlm }),
  z.object({ type: z.literal('reading'), result: RunReading }),
]);

/** Sections of the answer have become known, in this order. */
export const RunProgressedPayload = z.object({ meta: RunMeta, sections: z.array(ReportedSection).min(1) });
export const RunCompletedPayload = z.object({
  meta: RunMeta,
  guidelines: z.array(CodedPassage),
  llm: CodedLlm,
  reading: RunReading.optional(),
  degraded: z.array(Degraded),
  logEntry: LogEntryRef,
});
/** `understood`: known, and not yet told when the run failed. */
/** Asks the gateway itself to revise a run by what a language model read. */
export const ReviseRunPayload = z.object({ meta: JobMeta, runId: z.uuid() });
export const RunFailedPayload = z.object({
  meta: RunMeta,
  problem: Problem,
  understood: UnderstoodSection.optional(),
});

/** Erase a case everywhere; each service acknowledges with `case-erased.v1`. */
export const EraseCasePayload = z.object({
  meta: JobMeta,
  caseId: z.uuid(),
  /** How often the erasure was sent again. */
  epoch: z.number().int().min(0).default(0),
  runs: z.array(z.object({ runId: z.uuid(), epoch: z.number().int().min(0) })),
});
export const CaseErasedPayload = EraseCasePayload.omit({ runs: true }).extend({ service: z.string() });

export type EngineFacts = z.infer<typeof EngineFacts>;
export type CodedCase = z.infer<typeof CodedCase>;
export type NormaliseCasePayload = z.infer<typeof NormaliseCasePayload>;
export type RankDifferentialPayload = z.infer<typeof RankDifferentialPayload>;
export type RankWithLlmPayload = z.infer<typeof RankWithLlmPayload>;
export type RetrieveGuidelinesPayload = z.infer<typeof RetrieveGuidelinesPayload>;
export type FinaliseExplanationPayload = z.infer<typeof FinaliseExplanationPayload>;
export type ReplayableRecord = z.infer<typeof ReplayableRecord>;
export type GuidelinesResult = z.infer<typeof GuidelinesResult>;
export type CarriedAnswer = z.infer<typeof CarriedAnswer>;
export type UnderstoodSection = z.infer<typeof UnderstoodSection>;
export type ReportedSection = z.infer<typeof ReportedSection>;
export type RunProgressedPayload = z.infer<typeof RunProgressedPayload>;
export type RunCompletedPayload = z.infer<typeof RunCompletedPayload>;
export type ReviseRunPayload = z.infer<typeof ReviseRunPayload>;
export type RunFailedPayload = z.infer<typeof RunFailedPayload>;
export type EraseCasePayload = z.infer<typeof EraseCasePayload>;
export type CaseErasedPayload = z.infer<typeof CaseErasedPayload>;
