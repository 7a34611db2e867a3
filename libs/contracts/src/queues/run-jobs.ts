import { z } from 'zod';
import { CodedAnswer, CodedLlm, CodedPassage, Degraded, LogEntryRef } from '../answer/coded-answer';
import { Lab, Masked, UnderstoodPatient } from '../http/case';
import { Finding } from '../http/finding';
import { Problem } from '../http/problem';
import { RunOptions } from '../http/run';
import { Language, Setting, Slug } from '../primitives';
import { JobMeta, RunMeta, Sealed } from './meta';

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
});

/** The case of a run: stored before (`stored`), or new (`input`): a `CaseInput`, de-identified and sealed. */
export const NormaliseCasePayload = z.object({
  meta: RunMeta,
  options: RunOptions,
  stored: z.object({ caseVersion: z.number().int().nullable() }).nullable(),
  input: z.object({ sealed: Sealed, masked: z.array(Masked) }).nullable(),
});

export const RankDifferentialPayload = z.object({
  meta: RunMeta,
  options: RunOptions,
  caseVersion: z.number().int(),
  codedCase: CodedCase,
  facts: EngineFacts,
});

export const RankWithLlmPayload = z.object({
  meta: RunMeta,
  facts: EngineFacts,
  answer: CodedAnswer,
  language: Language,
});
export const RetrieveGuidelinesPayload = z.object({
  meta: RunMeta,
  language: Language,
  region: z.string().nullable(),
  diseaseIds: z.array(Slug),
  findingIds: z.array(Slug),
});
export const FinaliseExplanationPayload = z.object({
  meta: RunMeta,
  options: RunOptions,
  caseVersion: z.number().int(),
  codedCase: CodedCase,
  facts: EngineFacts,
  answer: CodedAnswer,
  expected: z.object({ llm: z.boolean(), guidelines: z.boolean() }),
});
export const GuidelinesResult = z.object({
  passages: z.array(CodedPassage),
  reason: z.literal('no-evidence-found').optional(),
});

/** A section of the answer has become known. */
export const RunProgressedPayload = z.object({
  meta: RunMeta,
  section: z.discriminatedUnion('type', [
    z.object({ type: z.literal('understood'), caseVersion: z.number().int(), sealed: Sealed }),
    z.object({ type: z.literal('differential'), answer: CodedAnswer }),
    z.object({ type: z.literal('guidelines'), result: GuidelinesResult }),
    z.object({ type: z.literal('llm'), result: CodedLlm }),
  ]),
});
export const RunCompletedPayload = z.object({
  meta: RunMeta,
  guidelines: z.array(CodedPassage),
  llm: CodedLlm,
  degraded: z.array(Degraded),
  logEntry: LogEntryRef,
});
export const RunFailedPayload = z.object({ meta: RunMeta, problem: Problem });

/** Erase a case everywhere; each service acknowledges with `case-erased.v1`. */
export const EraseCasePayload = z.object({
  meta: JobMeta,
  caseId: z.uuid(),
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
export type GuidelinesResult = z.infer<typeof GuidelinesResult>;
export type RunProgressedPayload = z.infer<typeof RunProgressedPayload>;
export type RunCompletedPayload = z.infer<typeof RunCompletedPayload>;
export type RunFailedPayload = z.infer<typeof RunFailedPayload>;
export type EraseCasePayload = z.infer<typeof EraseCasePayload>;
export type CaseErasedPayload = z.infer<typeof CaseErasedPayload>;
