import { z } from 'zod';
import { CodedEvidence, CodedPassage } from '../answer/coded-answer';
import { Masked, Patient } from '../http/case';
import { CorrectionInput } from '../http/correction';
import { Explanation, LogCheckpoint, LogEntry } from '../http/log';
import { WhatIfInput } from '../http/run';
import { Language, Probability, Slug, Uuid } from '../primitives';
import { JobMeta, Sealed } from './meta';

/** Requests with an answer: the gateway waits for each with a deadline. Whatever holds narrative travels sealed. */
export const CreateCase = z.object({
  meta: JobMeta,
  caseId: Uuid,
  knowledge: z.string(),
  sealed: Sealed,
  masked: z.array(Masked),
});
export const SealedCase = z.object({ caseId: Uuid, version: z.number().int(), sealed: Sealed });

/** Corrections name findings and places, no words: they travel as they are. */
export const CreateCaseVersion = z.object({
  meta: JobMeta,
  caseId: Uuid,
  /** The version that was corrected. */
  version: z.number().int(),
  /** Says whether a version that stands already was made by this very request. */
  changeId: z.string().min(1),
  knowledge: z.string(),
  corrections: z.array(CorrectionInput),
});

export const GetCase = z.object({ meta: JobMeta, caseId: Uuid, version: z.number().int().optional() });
export const ListCases = z.object({ meta: JobMeta, limit: z.number().int(), before: Uuid.optional() });
export const SealedCases = z.object({ items: z.array(SealedCase), more: z.boolean() });

export const PreviewIntake = z.object({
  meta: JobMeta,
  patient: Patient.optional(),
  knowledge: z.string(),
  sealed: Sealed,
});
export const SealedUnderstood = z.object({ sealed: Sealed });

export const WhatIf = z.object({ meta: JobMeta, runId: Uuid, change: WhatIfInput, topN: z.number().int() });
export const WhatIfResult = z.object({
  differential: z.array(
    z.object({
      rankBefore: z.number().int(),
      rankAfter: z.number().int(),
      diseaseId: Slug,
      probabilityBefore: Probability,
      probabilityAfter: Probability,
      changed: z.array(
        z.object({ findingId: Slug, before: CodedEvidence.nullable(), after: CodedEvidence.nullable() }),
      ),
    }),
  ),
  remainder: z.object({ probability: Probability, count: z.number().int() }),
  other: z.object({ probabilityBefore: Probability, probabilityAfter: Probability }),
});

/** Looks at a run from another side; computed from what was ranked, nothing is stored. */
export const CompareDiseases = z.object({ meta: JobMeta, runId: Uuid, diseaseIds: z.array(Slug).length(2) });
export const ViewRun = z.object({ meta: JobMeta, runId: Uuid });

export const SearchGuidelines = z.object({
  meta: JobMeta,
  knowledge: z.string(),
  query: z.string().optional(),
  diseaseIds: z.array(Slug),
  language: Language,
  region: z.string().nullable(),
  limit: z.number().int(),
});
export const SearchGuidelinesResult = z.object({ passages: z.array(CodedPassage) });

export const GetLogEntry = z.object({ meta: JobMeta, index: z.number().int().min(0) });
export const GetCheckpoint = z.object({ meta: JobMeta });
export const GetExplanation = z.object({ meta: JobMeta, runId: Uuid });
export { Explanation as ExplanationResult, LogCheckpoint as CheckpointResult, LogEntry as LogEntryResult };

export type CreateCase = z.infer<typeof CreateCase>;
export type CreateCaseVersion = z.infer<typeof CreateCaseVersion>;
export type SealedCase = z.infer<typeof SealedCase>;
export type GetCase = z.infer<typeof GetCase>;
export type ListCases = z.infer<typeof ListCases>;
export type SealedCases = z.infer<typeof SealedCases>;
export type PreviewIntake = z.infer<typeof PreviewIntake>;
export type SealedUnderstood = z.infer<typeof SealedUnderstood>;
export type WhatIf = z.infer<typeof WhatIf>;
export type WhatIfResult = z.infer<typeof WhatIfResult>;
export type CompareDiseases = z.infer<typeof CompareDiseases>;
export type ViewRun = z.infer<typeof ViewRun>;
export type SearchGuidelines = z.infer<typeof SearchGuidelines>;
export type SearchGuidelinesResult = z.infer<typeof SearchGuidelinesResult>;
export type GetLogEntry = z.infer<typeof GetLogEntry>;
export type GetCheckpoint = z.infer<typeof GetCheckpoint>;
export type GetExplanation = z.infer<typeof GetExplanation>;
