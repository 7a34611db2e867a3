import { z } from 'zod';
import { CodedEvidence, CodedPassage } from '../answer/coded-answer';
import { Masked, Patient } from '../http/case';
import { CorrectionInput } from '../http/correction';
import { VectorRanking } from '../http/guidelines';
import {
  AddCosignatureInput,
  ConsistencyProof,
  Cosignature,
  Explanation,
  InclusionProof,
  LogCheckpoint,
  LogEntry,
  Replay,
} from '../http/log';
import { PassageAspect, RunOptions, WhatIfInput } from '../http/run';
import { Language, Probability, Slug, Uuid, Versions } from '../primitives';
import { JobMeta, Sealed } from './meta';
import { EngineFacts } from './run-jobs';

/** Requests with an answer: the gateway waits for each with a deadline. Whatever holds narrative travels sealed. */
export const CreateCasePayload = z.object({
  meta: JobMeta,
  caseId: Uuid,
  knowledge: z.string(),
  sealed: Sealed,
  masked: z.array(Masked),
});
export const SealedCase = z.object({ caseId: Uuid, version: z.number().int(), sealed: Sealed });

/** Corrections name findings and places, no words: they travel as they are. */
export const CreateCaseVersionPayload = z.object({
  meta: JobMeta,
  caseId: Uuid,
  /** The version that was corrected. */
  version: z.number().int(),
  /** Says whether a version that stands already was made by this very request. */
  changeId: z.string().min(1),
  knowledge: z.string(),
  corrections: z.array(CorrectionInput),
});

export const GetCasePayload = z.object({ meta: JobMeta, caseId: Uuid, version: z.number().int().optional() });
export const ListCasesPayload = z.object({ meta: JobMeta, limit: z.number().int(), before: Uuid.optional() });
/** A page of cases; `unreadable` names those of the page whose seal is broken. */
export const SealedCases = z.object({
  items: z.array(SealedCase),
  unreadable: z.array(Uuid).default([]),
  more: z.boolean(),
});

export const PreviewIntakePayload = z.object({
  meta: JobMeta,
  patient: Patient.optional(),
  knowledge: z.string(),
  sealed: Sealed,
});
export const SealedUnderstood = z.object({ sealed: Sealed });

export const WhatIfPayload = z.object({
  meta: JobMeta,
  runId: Uuid,
  change: WhatIfInput,
  topN: z.number().int(),
});
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
export const CompareDiseasesPayload = z.object({
  meta: JobMeta,
  runId: Uuid,
  diseaseIds: z.array(Slug).length(2),
});
export const ViewRunPayload = z.object({ meta: JobMeta, runId: Uuid });

/** A record of a run as JSON, deflated: it may be larger than a payload. */
export const ReplayRecordPayload = z.object({ meta: JobMeta, packed: z.base64() });

/** A part of a ranking that was too large to be sent; the hash says which ranking is meant. */
export const ReadRankingPayload = z.object({
  meta: JobMeta,
  runId: Uuid,
  sha256: z.string(),
  part: z.number().int().min(0),
});
export const RankingPart = z.object({ data: z.base64() });

/** Most tests of which one request asks what they may tell. */
export const MAX_CODED_TESTS = 20;
/** Ranks coded facts that belong to no run, as a run of the same versions and options would. Nothing is stored. */
export const RankCodedPayload = z.object({
  meta: JobMeta,
  versions: Versions,
  options: RunOptions,
  facts: EngineFacts,
  /** Tests of which it is asked what they may tell, listed or not. */
  testIds: z.array(Slug).max(MAX_CODED_TESTS),
});
export const RankedCoded = z.union([
  z.object({
    /** A `CodedAnswer` as JSON, deflated; without the scores and intervals that a run's has. */
    packed: z.base64(),
    tests: z.array(z.object({ testId: Slug, bits: z.number().min(0) })),
  }),
  /** The engine does not rank such a patient. */
  z.object({ rejected: z.string() }),
]);

/** A question for the guideline search, without identities. */
export const ReadQuestionPayload = z.object({ meta: JobMeta, knowledge: z.string(), question: z.string() });
/** What a question speaks of, in codes: the diseases that it names and what is present in the patient. */
export const ReadQuestionResult = z.object({
  diseaseIds: z.array(Slug),
  facts: z.array(z.object({ findingId: Slug, state: z.string().optional() })),
  ageYears: z.number().nullable(),
});

export const SearchGuidelinesPayload = z.object({
  meta: JobMeta,
  knowledge: z.string(),
  query: z.string().optional(),
  /** The query as it was read. */
  read: ReadQuestionResult.optional(),
  diseaseIds: z.array(Slug),
  language: Language,
  region: z.string().nullable(),
  limit: z.number().int(),
  /** What a passage must be, whatever it says. */
  filter: z
    .object({
      finding: Slug,
      about: PassageAspect,
      population: z.string(),
      regions: z.array(z.string()),
      since: z.number().int(),
      documentLanguage: Language,
    })
    .partial()
    .optional(),
});
export const SearchGuidelinesResult = z.object({
  passages: z.array(CodedPassage),
  vectors: VectorRanking.optional(),
});

export const GetLogEntryPayload = z.object({ meta: JobMeta, index: z.number().int().min(0) });
/** Entries from `from` on; `next` is where to go on, null after the last. Fewer than `limit` where they would be too large. */
export const ListLogEntriesPayload = z.object({
  meta: JobMeta,
  from: z.number().int().min(0),
  limit: z.number().int().min(1),
});
export const LogEntries = z.object({ items: z.array(LogEntry), next: z.number().int().nullable() });
export const GetCheckpointPayload = z.object({ meta: JobMeta, witnessed: z.boolean().optional() });
export const AddCosignaturePayload = z.object({ meta: JobMeta, ...AddCosignatureInput.shape });
const treeSize = z.number().int().min(0);
export const ProveInclusionPayload = z.object({ meta: JobMeta, index: treeSize, size: treeSize.optional() });
export const ProveConsistencyPayload = z.object({ meta: JobMeta, from: treeSize, to: treeSize.optional() });
/** Neighbouring nodes of the tree as C2SP tlog-tiles cuts it. */
export const GetLogTilePayload = z.object({
  meta: JobMeta,
  tile: z.object({ level: z.number().int(), index: treeSize, width: z.number().int().min(1).max(256) }),
});
/** 32 bytes a hash, in base64; null where the tree has no such tile. */
export const LogTile = z.object({ hashes: z.base64().nullable() });
export const GetExplanationPayload = z.object({ meta: JobMeta, runId: Uuid });
export {
  ConsistencyProof as ConsistencyProofResult,
  Cosignature as CosignatureResult,
  Explanation as ExplanationResult,
  InclusionProof as InclusionProofResult,
  LogCheckpoint as CheckpointResult,
  LogEntry as LogEntryResult,
  Replay as ReplayResult,
};

export type CreateCasePayload = z.infer<typeof CreateCasePayload>;
export type CreateCaseVersionPayload = z.infer<typeof CreateCaseVersionPayload>;
export type SealedCase = z.infer<typeof SealedCase>;
export type GetCasePayload = z.infer<typeof GetCasePayload>;
export type ListCasesPayload = z.infer<typeof ListCasesPayload>;
export type SealedCases = z.infer<typeof SealedCases>;
export type PreviewIntakePayload = z.infer<typeof PreviewIntakePayload>;
export type SealedUnderstood = z.infer<typeof SealedUnderstood>;
export type WhatIfPayload = z.infer<typeof WhatIfPayload>;
export type WhatIfResult = z.infer<typeof WhatIfResult>;
export type CompareDiseasesPayload = z.infer<typeof CompareDiseasesPayload>;
export type ViewRunPayload = z.infer<typeof ViewRunPayload>;
export type ReadRankingPayload = z.infer<typeof ReadRankingPayload>;
export type RankCodedPayload = z.infer<typeof RankCodedPayload>;
export type RankedCoded = z.infer<typeof RankedCoded>;
export type ReplayRecordPayload = z.infer<typeof ReplayRecordPayload>;
export type RankingPart = z.infer<typeof RankingPart>;
export type ReadQuestionPayload = z.infer<typeof ReadQuestionPayload>;
export type ReadQuestionResult = z.infer<typeof ReadQuestionResult>;
export type SearchGuidelinesPayload = z.infer<typeof SearchGuidelinesPayload>;
export type SearchGuidelinesResult = z.infer<typeof SearchGuidelinesResult>;
export type ListLogEntriesPayload = z.infer<typeof ListLogEntriesPayload>;
export type LogEntries = z.infer<typeof LogEntries>;
export type GetLogEntryPayload = z.infer<typeof GetLogEntryPayload>;
export type ProveInclusionPayload = z.infer<typeof ProveInclusionPayload>;
export type ProveConsistencyPayload = z.infer<typeof ProveConsistencyPayload>;
export type GetLogTilePayload = z.infer<typeof GetLogTilePayload>;
export type LogTile = z.infer<typeof LogTile>;
export type AddCosignaturePayload = z.infer<typeof AddCosignaturePayload>;
export type GetCheckpointPayload = z.infer<typeof GetCheckpointPayload>;
export type GetExplanationPayload = z.infer<typeof GetExplanationPayload>;
