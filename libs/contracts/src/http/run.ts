import { z } from 'zod';
import {
  CodedAnswer,
  CodedDisease,
  CodedEvidence,
  CodedMustNotMiss,
  CodedQuestion,
  CodedTest,
  Degraded,
  LogEntryRef,
  LlmNotAsked,
} from '../answer/coded-answer';
import { CodedReadFinding, CodedReading, ReadingQuote } from '../answer/coded-reading';
import {
  CaseMix,
  CaseVersion,
  GeneratedBy,
  Instant,
  page,
  PageQuery,
  Probability,
  Slug,
  Uuid,
  Versions,
} from '../primitives';
import { CaseInput, Understood } from './case';
import { Presence } from './finding';
import { SentenceGuidance, Pitfall, Statement } from './knowledge';
import { Problem } from './problem';
import { ComputedScore } from './scores';

export const RunOptions = z
  .strictObject({
    topN: z.number().int().min(1).max(50).default(10),
    includeNextTests: z.boolean().default(true),
    includeGuidelines: z.boolean().default(true),
    llm: z.enum(['off', 'auto']).default('auto'),
    costCeiling: z
      .number()
      .int()
      .min(1)
      .max(5)
      .optional()
      .meta({ description: 'highest cost tier of a test offered' }),
    caseMix: CaseMix.default('teaching'),
  })
  .meta({ id: 'RunOptions' });

export const CreateRunInput = z
  .strictObject({
    case: CaseInput.optional(),
    caseId: Uuid.optional(),
    caseVersion: CaseVersion.optional(),
    options: RunOptions.default({
      topN: 10,
      includeNextTests: true,
      includeGuidelines: true,
      llm: 'auto',
      caseMix: 'teaching',
    }),
  })
  .refine((r) => (r.case === undefined) !== (r.caseId === undefined), {
    path: ['case'],
    message: 'give a case, or the caseId of a stored one',
    params: { code: 'one-of-two' },
  })
  .refine((r) => r.caseVersion === undefined || r.caseId !== undefined, {
    path: ['caseVersion'],
    message: 'goes with caseId',
    params: { code: 'goes-with-case-id' },
  })
  .meta({
    id: 'CreateRunInput',
    example: {
      case: {
        language: 'en',
        narrative:
          'A 58-year-old woman has had sudden shortness of breath since this morning. She denies fever.',
        patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
        setting: 'emergency',
      },
      options: { topN: 10 },
    },
  });

export const RunStatus = z.enum(['queued', 'running', 'completed', 'failed']);

export const Evidence = CodedEvidence.extend({
  name: z.string(),
  presence: Presence.optional(),
  value: z.object({ code: z.string(), name: z.string() }).optional(),
}).meta({ id: 'Evidence' });

export const DifferentialEntry = CodedDisease.extend({
  name: z.string(),
  icd10: z.array(z.string()),
  icd11: z.array(z.string()).optional(),
  status: z.enum(['reviewed', 'draft']),
  evidence: z.array(Evidence),
}).meta({ id: 'DifferentialEntry' });

export const MustNotMissEntry = CodedMustNotMiss.extend({
  name: z.string(),
  reason: z.string(),
  reasonCode: z.string(),
  why: z
    .string()
    .optional()
    .meta({ description: 'the part of `reason` that is knowledge: why it is feared' }),
  guidance: SentenceGuidance.meta({ description: 'what guideline passages say of each sentence of `why`' }),
  nothingExcludes: z
    .string()
    .optional()
    .meta({ description: 'why no single result excludes it, where `wouldExclude` is empty' }),
}).meta({ id: 'MustNotMissEntry' });

const Outcome = z.object({
  outcome: z.string(),
  name: z.string(),
  probability: Probability,
  topAfter: z.array(z.object({ diseaseId: Slug, name: z.string(), probability: Probability })),
  otherAfter: Probability,
});
export const NextQuestion = CodedQuestion.extend({ name: z.string(), outcomes: z.array(Outcome) }).meta({
  id: 'NextQuestion',
});
export const NextTest = CodedTest.extend({
  name: z.string(),
  outcomes: z.array(Outcome),
  rationale: z.string(),
}).meta({ id: 'NextTest' });

export const PassageAspect = z.enum(['recognition', 'diagnosis', 'first-action', 'treatment', 'follow-up']);

/** Names a passage, for a link to it. */
export const PassageReference = z
  .object({
    passageId: z.string(),
    title: z.string(),
    publisher: z.string(),
    year: z.number().int(),
    section: z.string(),
    about: PassageAspect.optional(),
  })
  .meta({ id: 'PassageReference' });

export const GuidelinePassage = z
  .object({
    passageId: z.string(),
    documentId: z.string(),
    title: z.string(),
    originalTitle: z
      .string()
      .optional()
      .meta({ description: 'its name in its own language, where `title` is a translation' }),
    publisher: z.string(),
    year: z.number().int(),
    section: z.string(),
    quote: z
      .string()
      .meta({ description: 'the passage: quoted where `kind` is quoted, our summary otherwise' }),
    kind: z.enum(['quoted', 'summary']),
    url: z.string().nullable().meta({
      description:
        'page or DOI of the document; null where none is recorded: its name in its own language (`originalTitle`, else `title`), `publisher` and `year` find it',
    }),
    language: z.string(),
    strength: z.string().optional(),
    certainty: z.string().optional(),
    licence: z.string().meta({ description: 'of the passage as it is given: of a summary ours' }),
    documentLicence: z
      .string()
      .optional()
      .meta({ description: 'of the document itself; `unknown` where it is not certain' }),
    documentLicenceText: z.string().optional().meta({ description: 'the same in words' }),
    supersededBy: z.string().optional().meta({ description: 'the edition that took its place' }),
    region: z.string().optional(),
    edition: z.string().optional().meta({ description: 'where the year alone does not name it' }),
    about: PassageAspect.optional().meta({ description: 'what the passage helps with' }),
    population: z.string().optional().meta({ description: 'for whom it is meant, where it says so' }),
    basis: z.enum(['seen', 'from-memory']).optional().meta({
      description: 'whether the passage was compared with the document; from-memory: it was not',
    }),
    basisText: z.string().optional().meta({ description: 'the same in words' }),
    conflictsWith: z
      .array(PassageReference)
      .optional()
      .meta({ description: 'passages that advise otherwise' }),
    own: z.literal(true).optional().meta({ description: 'of a document that your institution imported' }),
    source: z.string().optional().meta({ description: 'of an own document: where it is from' }),
    page: z.number().int().optional().meta({ description: 'of an own document with pages: where it begins' }),
    sha256: z.string().optional().meta({ description: 'of an own passage: of section, page and text' }),
    score: z.number(),
    forDiseases: z.array(Slug),
  })
  .meta({ id: 'GuidelinePassage' });

const NamedProbability = z.object({ diseaseId: Slug, name: z.string(), probability: Probability });
export const LlmSection = z
  .object({
    used: z.boolean(),
    generatedBy: GeneratedBy.optional(),
    label: z.string().optional().meta({ description: 'says that this is AI-generated; to be shown with it' }),
    reason: LlmNotAsked.optional().meta({
      description: 'why the model was not asked, where it could have been',
    }),
    differential: z.array(NamedProbability).optional(),
    pooled: z.array(NamedProbability).optional(),
    disagreement: z.object({ topDiffers: z.boolean(), totalVariation: z.number() }).optional(),
    proposedOutsideKnowledgeBase: z.array(z.object({ name: z.string() })).optional(),
    narrative: z.array(z.object({ sentence: z.string(), evidenceIds: z.array(z.string()) })).optional(),
  })
  .meta({ id: 'LlmSection' });

/** A finding that a language model read, with the words of the text while these are kept. */
const ReadFinding = CodedReadFinding.omit({ state: true }).extend({
  name: z.string(),
  value: z.object({ code: z.string(), name: z.string() }).optional(),
  source: ReadingQuote.omit({ findingId: true }).optional(),
});

export const ReadingSection = CodedReading.omit({ exchanges: true })
  .extend({
    aiGenerated: z.literal(true).meta({ description: 'read by a language model' }),
    label: z.string().optional().meta({ description: 'says that this is AI-generated; to be shown with it' }),
    findings: z.array(ReadFinding),
  })
  .meta({
    id: 'ReadingSection',
    description:
      'What a language model read in the texts, beside what the rules read; it changes nothing by itself',
  });

const Sentence = z.object({ code: z.string(), text: z.string() });

/** What becomes of a leading disease, what its treatment rests on, and what leads astray: teaching content, never a prescription. */
const Outlook = z
  .object({
    diseaseId: Slug,
    name: z.string(),
    prognosis: z.array(Statement),
    treatmentPrinciples: z.array(Statement),
    pitfalls: z.array(Pitfall),
  })
  .meta({ id: 'Outlook' });

/** The sections of the answer: null until they are known. */
export const Run = z
  .object({
    id: Uuid,
    status: RunStatus,
    createdAt: Instant,
    completedAt: Instant.nullable(),
    caseId: Uuid,
    caseVersion: z.number().int().nullable(),
    understood: Understood.nullable(),
    sufficiency: CodedAnswer.shape.sufficiency.extend({ reasons: z.array(Sentence) }).nullable(),
    differential: z.array(DifferentialEntry),
    remainder: CodedAnswer.shape.remainder.nullable(),
    other: CodedAnswer.shape.other.nullable(),
    caseMix: CaseMix,
    excluded: z.array(z.object({ diseaseId: Slug, name: z.string(), reason: z.string() })),
    mustNotMiss: z.array(MustNotMissEntry),
    mustNotMissMore: z.number().int(),
    unexplainedFindings: z.array(z.object({ findingId: Slug, name: z.string(), reason: z.string() })),
    jointHypotheses: CodedAnswer.shape.jointHypotheses,
    nextQuestions: z.array(NextQuestion),
    nextTests: z.array(NextTest),
    guidelines: z.array(GuidelinePassage),
    scores: z.array(ComputedScore),
    outlook: z.array(Outlook).meta({
      description: 'course, principles of treatment and pitfalls of the leading diseases, for teaching',
    }),
    llm: LlmSection,
    reading: ReadingSection.nullable(),
    revisionOf: Uuid.nullable().meta({
      description: 'the run that this one revises, with what a language model read added to the case',
    }),
    revisedBy: Uuid.nullable().meta({ description: 'the run that revises this one' }),
    degraded: z.array(Degraded),
    notice: z.string(),
    versions: Versions,
    logEntry: LogEntryRef.nullable(),
    problem: Problem.optional(),
  })
  .meta({ id: 'Run' });

export const RunSummary = Run.pick({
  id: true,
  status: true,
  createdAt: true,
  completedAt: true,
  caseId: true,
  caseVersion: true,
  caseMix: true,
  degraded: true,
  versions: true,
})
  .extend({ leading: z.object({ diseaseId: Slug, name: z.string(), probability: Probability }).nullable() })
  .meta({ id: 'RunSummary' });
export const RunList = page(RunSummary).extend({ notice: z.string() }).meta({ id: 'RunList' });
export const RunQuery = PageQuery.extend({ caseId: Uuid.optional(), status: RunStatus.optional() });

export const WhatIfSetting = z
  .strictObject({
    findingId: Slug,
    presence: Presence.optional(),
    value: z.strictObject({ code: Slug }).optional(),
    certainty: z.number().min(0.5).max(1).optional(),
  })
  .refine((s) => (s.presence === undefined) !== (s.value === undefined), {
    path: ['presence'],
    message: 'give a presence (binary finding) or a value (categorical finding)',
    params: { code: 'one-of-two' },
  });
export const WhatIfInput = z
  .strictObject({
    set: z.array(WhatIfSetting).max(50).default([]),
    remove: z.array(Slug).max(50).optional(),
  })
  .meta({ id: 'WhatIfInput', example: { set: [{ findingId: 'haemoptysis', presence: 'present' }] } });

const WhatIfEntry = DifferentialEntry.pick({
  rank: true,
  diseaseId: true,
  name: true,
  icd10: true,
  mustNotMiss: true,
}).extend({
  rankBefore: z.number().int(),
  probability: Probability,
  probabilityBefore: Probability,
  probabilityAfter: Probability,
  changedEvidence: z.array(
    z.object({
      findingId: Slug,
      name: z.string(),
      before: CodedEvidence.nullable(),
      after: CodedEvidence.nullable(),
    }),
  ),
});

export const WhatIfAnswer = z
  .object({
    runId: Uuid,
    differential: z.array(WhatIfEntry),
    remainder: CodedAnswer.shape.remainder,
    other: z.object({
      probability: Probability,
      probabilityBefore: Probability,
      probabilityAfter: Probability,
    }),
    notice: z.string(),
    versions: Versions,
  })
  .meta({ id: 'WhatIfAnswer' });

export type RunOptions = z.infer<typeof RunOptions>;
export type CreateRunInput = z.infer<typeof CreateRunInput>;
export type RunStatus = z.infer<typeof RunStatus>;
export type Run = z.infer<typeof Run>;
export type RunSummary = z.infer<typeof RunSummary>;
export type RunQuery = z.infer<typeof RunQuery>;
export type DifferentialEntry = z.infer<typeof DifferentialEntry>;
export type Evidence = z.infer<typeof Evidence>;
export type GuidelinePassage = z.infer<typeof GuidelinePassage>;
export type PassageReference = z.infer<typeof PassageReference>;
export type WhatIfInput = z.infer<typeof WhatIfInput>;
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;
