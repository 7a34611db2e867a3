import { z } from 'zod';
import { Language, PageQuery, passingText, Slug, page } from '../primitives';

export const FindingQuery = PageQuery.extend({
  q: passingText(200).optional(),
  lang: Language.optional(),
});
export const ListQuery = PageQuery.extend({ q: passingText(200).optional(), lang: Language.optional() });
export const LanguageQuery = z.object({ lang: Language.optional() });

const Named = z.object({ id: Slug, name: z.string() });
const SourceRef = z.object({
  kind: z.enum(['published', 'estimate']),
  id: z.string(),
  grade: z.string(),
  citation: z.string().optional(),
});

export const FindingSummary = Named.extend({
  kind: z.string(),
  stage: z.string(),
  domain: z.enum(['binary', 'categorical']),
  states: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
  unit: z.string().optional(),
  parent: z.string().optional(),
  matched: z.string().optional().meta({ description: 'the synonym that the query met' }),
}).meta({ id: 'FindingSummary' });
export const FindingList = page(FindingSummary).meta({ id: 'FindingList' });

export const DiseaseSummary = Named.extend({
  icd10: z.array(z.string()),
  tier: z.number().int(),
  mustNotMiss: z.boolean(),
  status: z.enum(['draft', 'reviewed']),
}).meta({ id: 'DiseaseSummary' });
export const DiseaseList = page(DiseaseSummary).meta({ id: 'DiseaseList' });

const CharacterOffset = z.int().min(0);

/** What the guideline passages say of one sentence, by its words alone (ADR 0063). */
export const Guidance = z
  .object({
    sentence: z
      .object({ from: CharacterOffset, to: CharacterOffset })
      .meta({ description: 'characters of the text beside it, in UTF-16 units, the end excluded' }),
    verdict: z.enum(['lexically-supported', 'not-addressed', 'contradicted']).meta({
      description:
        'whether a passage holds the terms, numbers and polarity of the sentence; none does; or one holds its terms with another number or the opposite polarity. Where one passage supports it and another contradicts it, it is called supported. No judgement on whether it is true',
    }),
    passageId: Slug.optional().meta({ description: 'the passage; none where no passage addresses it' }),
    from: CharacterOffset.optional().meta({ description: 'where in the `quote` of the passage it stands' }),
    to: CharacterOffset.optional(),
  })
  .meta({ id: 'Guidance' });
export const SentenceGuidance = z.array(Guidance).optional().meta({
  description: 'what guideline passages say of each sentence; knowledge built before has none',
});

export const Statement = z.object({ text: z.string(), source: SourceRef, guidance: SentenceGuidance });

/** What leads a clinician astray with a disease. */
export const Pitfall = z.object({
  text: z.string(),
  bias: z.string().optional(),
  guidance: SentenceGuidance,
});

/** The illness script: what a student learns of a disease, with every number and where it came from. */
export const Disease = DiseaseSummary.extend({
  synonyms: z.array(z.string()),
  icd11: z.array(z.string()).optional(),
  epidemiology: z.object({
    prior: z.array(z.object({ setting: z.string(), perThousand: z.number(), source: SourceRef })),
    age: z.record(z.string(), z.number()),
    sexRatio: z.object({ female: z.number(), male: z.number() }),
    restrictedTo: z.array(z.string()),
  }),
  mustNotMissRule: z
    .object({
      threshold: z.number(),
      harm: z.number(),
      why: z.string(),
      guidance: SentenceGuidance,
      excludedWhen: z.array(Named),
      nothingExcludes: z
        .string()
        .optional()
        .meta({ description: 'why nothing excludes it yet, where `excludedWhen` is empty' }),
    })
    .nullable(),
  findings: z.array(
    z.object({
      findingId: Slug,
      name: z.string(),
      kind: z.string(),
      theta: z.union([z.number(), z.record(z.string(), z.number())]).optional(),
      lrPos: z.number().optional(),
      lrNeg: z.number().optional(),
      publishedLr: z
        .looseObject({ pos: z.number().optional(), neg: z.number().optional(), spectrum: z.string() })
        .optional(),
      source: SourceRef,
      heading: z
        .object({ code: z.enum(['describes', 'against', 'more-typical-of']), text: z.string() })
        .optional()
        .meta({
          description: 'under what the finding stands on the page; knowledge written before has none',
        }),
      moreTypicalOf: Named.optional().meta({
        description: 'the neighbour in which the finding is commoner, where the heading says so',
      }),
      reason: z.string().optional().meta({ description: 'why the number is what it is, where it surprises' }),
    }),
  ),
  tests: z.array(Named),
  scores: z.array(Named),
  illnessScript: z.string(),
  mechanism: z.string(),
  pitfalls: z.array(Pitfall),
  compareWith: z.array(Named),
  prognosis: z.array(Statement),
  treatmentPrinciples: z.array(Statement),
  guidelines: z.array(z.object({ passageId: z.string(), documentId: z.string(), title: z.string() })),
  notice: z.string(),
}).meta({ id: 'Disease' });

export const PresentingProblem = Named.extend({
  findings: z.array(Named),
  mustNotMiss: z.array(Named),
  common: z.array(Named),
  teachingQuestions: z.array(z.string()),
}).meta({ id: 'PresentingProblem' });
export const PresentingProblemList = page(PresentingProblem).meta({ id: 'PresentingProblemList' });

export const TestSummary = Named.extend({
  outcomes: z.array(z.object({ id: z.string(), name: z.string() })),
  cost: z.object({ tier: z.number() }),
  invasiveness: z.number(),
  radiation: z.string().nullable(),
  turnaround: z.string(),
  findings: z.array(Named),
}).meta({ id: 'TestSummary' });
export const TestList = page(TestSummary).meta({ id: 'TestList' });

export const KnowledgeInfo = z
  .object({
    version: z.string(),
    calibration: z.string(),
    guidelines: z.string(),
    counts: z.record(z.string(), z.number().int()),
    sources: z.array(z.looseObject({ id: z.string(), citation: z.string() })),
    licences: z.record(z.string(), z.string()),
    sourceAttributes: z.record(z.string(), z.string()),
    calibrationFigures: z.looseObject({ status: z.string() }),
    notice: z.string(),
  })
  .meta({ id: 'KnowledgeInfo' });

const SourceAttribute = z.object({
  id: Slug,
  name: z.string().min(1),
  state: z.enum(['stated', 'measured', 'not-done']),
  value: z.string().min(1),
});
export const SourceAttributes = z
  .object({
    reference: z.string(),
    knowledge: z.string().meta({ description: 'version of the knowledge base that is described' }),
    categories: z.array(
      z.object({ id: Slug, name: z.string().min(1), attributes: z.array(SourceAttribute).min(1) }),
    ),
    notice: z.string(),
  })
  .meta({ id: 'SourceAttributes' });

export type SourceAttributes = z.infer<typeof SourceAttributes>;
export type Guidance = z.infer<typeof Guidance>;
export type Pitfall = z.infer<typeof Pitfall>;
export type Statement = z.infer<typeof Statement>;
export type FindingSummary = z.infer<typeof FindingSummary>;
export type Disease = z.infer<typeof Disease>;
export type DiseaseSummary = z.infer<typeof DiseaseSummary>;
export type PresentingProblem = z.infer<typeof PresentingProblem>;
export type TestSummary = z.infer<typeof TestSummary>;
export type KnowledgeInfo = z.infer<typeof KnowledgeInfo>;
