import { z } from 'zod';
import { CaseMix, GeneratedBy, Language, Probability, Sha256, Slug, Uuid } from '../primitives';
import { LlmExchange } from './llm-exchange';

/**
 * What the engine returns, in codes only: no names, no sentences. It travels through the queues, rests in
 * the databases and is what the explanation log freezes; `libs/presentation` puts it into words at the edge.
 *
 * Strict: a key that the engine has and this file has not would otherwise be lost without a word. That both have the
 * same keys is checked by the compiler (`libs/ranking`, `coded-answer.ts`).
 */
export const Reason = z.strictObject({
  code: z.string(),
  params: z.record(
    z.string(),
    z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.array(z.number())]),
  ),
});

export const EvidenceSource = z.strictObject({
  kind: z.enum(['published', 'estimate']),
  id: z.string(),
  grade: z.enum(['A', 'B', 'C', 'D']),
});

export const CodedEvidence = z.strictObject({
  findingId: Slug,
  presence: z.enum(['present', 'absent']).optional(),
  state: Slug.optional(),
  certainty: z.number(),
  match: z.enum(['linked', 'via-ancestor', 'implied-absent', 'unexplained']),
  from: z.array(Slug),
  logLikelihoodRatio: z.number(),
  likelihoodRatio: z.number(),
  weight: z.number(),
  contribution: z.number(),
  source: EvidenceSource.nullable(),
});

/** 5th and 95th percentile when the numbers of the knowledge base are drawn anew: not a confidence interval. */
export const SensitivityInterval = z.strictObject({ p05: Probability, p95: Probability });

export const CodedDisease = z.strictObject({
  rank: z.number().int(),
  diseaseId: Slug,
  probability: Probability,
  interval: SensitivityInterval.nullable(),
  mustNotMiss: z.boolean(),
  score: z.number(),
  priorContribution: z.number(),
  evidence: z.array(CodedEvidence),
  summary: z.strictObject({ for: z.array(Slug), against: z.array(Slug), missing: z.array(Slug) }),
  /** Pauker and Kassirer 1980: below `test` neither test nor treat, above `treat` treat; only where utilities are given. */
  thresholds: z
    .strictObject({ test: Probability, treat: Probability, findingId: Slug.nullable() })
    .optional(),
});

export const CodedMustNotMiss = z.strictObject({
  diseaseId: Slug,
  probability: Probability,
  threshold: Probability,
  harm: z.number(),
  reason: Reason,
  redFlag: z.boolean(),
  wouldExclude: z.array(Slug),
  excludedBy: z.array(Slug).optional(),
  contradicted: z
    .array(z.strictObject({ findingId: Slug, by: z.array(Slug) }))
    .optional()
    .meta({
      description: 'results that would exclude it, and the hallmarks observed that speak against that',
    }),
});

export const CodedOutcome = z.strictObject({
  outcome: z.string(),
  probability: Probability,
  topAfter: z.array(z.strictObject({ diseaseId: Slug, probability: Probability })),
  otherAfter: Probability,
});

export const CodedQuestion = z.strictObject({
  findingId: Slug,
  expectedInformationGain: z.number().min(0),
  outcomes: z.array(CodedOutcome),
});

export const CodedTest = z.strictObject({
  testId: Slug,
  expectedInformationGain: z.number().min(0),
  valueForMustNotMiss: z.number(),
  cost: z.strictObject({ tier: z.number(), invasiveness: z.number(), turnaround: z.string() }),
  outcomes: z.array(CodedOutcome),
  rationale: z.array(Reason),
});

/** A score as far as the case answers it: what was filled in and what came out. Its words are the bundle's. */
export const CodedScore = z.strictObject({
  scoreId: Slug,
  inputs: z.record(Slug, z.union([z.boolean(), z.number(), Slug]).nullable()),
  result: z.union([
    z.strictObject({ value: z.number(), missing: z.array(Slug) }),
    z.strictObject({ min: z.number(), max: z.number(), missing: z.array(Slug) }),
  ]),
});

export const CodedAnswer = z.strictObject({
  sufficiency: z.strictObject({
    level: z.enum(['enough', 'little', 'too-little']),
    reasons: z.array(Reason),
  }),
  differential: z.array(CodedDisease),
  remainder: z.strictObject({ probability: Probability, count: z.number().int() }),
  other: z.strictObject({ probability: Probability, interval: SensitivityInterval.nullish() }),
  caseMix: CaseMix,
  excluded: z.array(z.strictObject({ diseaseId: Slug, reason: Reason })),
  mustNotMiss: z.array(CodedMustNotMiss),
  mustNotMissMore: z.number().int(),
  unexplainedFindings: z.array(z.strictObject({ findingId: Slug, reason: Reason })),
  jointHypotheses: z.array(
    z.strictObject({
      diseaseIds: z.array(Slug).length(2),
      probability: Probability,
      explains: z.array(Slug),
      relation: z.enum(['independent', 'complication']).optional().meta({
        description: 'complication: declared as a complication of the other, not taken as independent',
      }),
    }),
  ),
  nextQuestions: z.array(CodedQuestion),
  nextTests: z.array(CodedTest),
  /** Computed when the case was ranked and kept with the list. Answers from before this was so have none. */
  scores: z.array(CodedScore).optional(),
});

/**
 * A passage of a document that the tenant imported, whole: no bundle holds it, so that an answer or a record that shows it
 * must.
 */
export const OwnPassage = z.object({
  documentId: Uuid,
  title: z.string(),
  publisher: z.string(),
  year: z.number().int(),
  region: z.string(),
  language: Language,
  licence: z.string(),
  source: z.string(),
  section: z.string(),
  page: z.number().int().nullable(),
  text: z.string(),
  /** Of section, page and text, as a list in JSON. */
  sha256: Sha256,
  /** The edition that had taken its place. */
  supersededBy: z.string().nullable(),
});

/** A passage that bears on the case: where it stands and how it was found; its text is the bundle's, or its `own`. */
export const CodedPassage = z.object({
  passageId: z.string(),
  score: z.number(),
  forDiseases: z.array(Slug),
  /**
   * Of a bundle's passage: of the canonical JSON of its text in all its languages, so that a record says which words were
   * cited. One of the tenant's own brings its text and hash along. Passages found before this was so have none.
   */
  sha256: Sha256.optional(),
  own: OwnPassage.optional(),
});

/** Why a language model was not asked, where it could have been. */
export const LlmNotAsked = z.enum(['over-budget', 'prompt-too-long']);

export const CodedLlm = z.object({
  used: z.boolean(),
  model: z.string().nullable(),
  generatedBy: GeneratedBy.optional(),
  reason: LlmNotAsked.optional(),
  differential: z.array(z.object({ diseaseId: Slug, probability: Probability })).optional(),
  pooled: z.array(z.object({ diseaseId: Slug, probability: Probability })).optional(),
  disagreement: z.object({ topDiffers: z.boolean(), totalVariation: z.number() }).optional(),
  proposedOutsideKnowledgeBase: z.array(z.object({ name: z.string() })).optional(),
  /** The questions that were answered. Opinions from before this was so have none. */
  exchanges: z.array(LlmExchange).optional(),
});

export const Degraded = z.enum(['llm', 'guidelines', 'llm-reading']);
export const LogEntryRef = z.object({ index: z.number().int().min(0), leafHash: z.string() });

export type Reason = z.infer<typeof Reason>;
export type CodedEvidence = z.infer<typeof CodedEvidence>;
export type CodedDisease = z.infer<typeof CodedDisease>;
export type CodedMustNotMiss = z.infer<typeof CodedMustNotMiss>;
export type CodedOutcome = z.infer<typeof CodedOutcome>;
export type CodedQuestion = z.infer<typeof CodedQuestion>;
export type CodedTest = z.infer<typeof CodedTest>;
export type CodedScore = z.infer<typeof CodedScore>;
export type CodedAnswer = z.infer<typeof CodedAnswer>;
export type OwnPassage = z.infer<typeof OwnPassage>;
export type CodedPassage = z.infer<typeof CodedPassage>;
export type CodedLlm = z.infer<typeof CodedLlm>;
export type Degraded = z.infer<typeof Degraded>;
export type LogEntryRef = z.infer<typeof LogEntryRef>;
