import { z } from 'zod';
import { CodedAnswer } from '../answer/coded-answer';
import {
  CodedComparedEvidence,
  CodedComparison,
  CodedSeparatingFinding,
  CodedStageDisease,
} from '../answer/coded-views';
import { CaseMix, codeText, Language, Probability, Slug, Uuid, Versions } from '../primitives';
import { Evidence } from './run';

const NamedDisease = z.object({ diseaseId: Slug, name: z.string(), probability: Probability });
const about = { runId: Uuid, caseMix: CaseMix, notice: z.string(), versions: Versions };

/** `?diseases=a,b`: two different ids. */
export const CompareQuery = z.object({
  diseases: codeText(/^[\w.:+,-]{1,250}$/)
    .refine((list) => new Set(list.split(',')).size === 2 && list.split(',').length === 2, {
      error: 'two different disease ids, separated by a comma',
      params: { code: 'two-diseases' },
    })
    .meta({ example: 'pulmonary-embolism,community-acquired-pneumonia' }),
  lang: Language.optional(),
});

export const ExportQuery = z.object({
  as: z.enum(['record', 'html', 'prov', 'fhir']),
  lang: Language.optional(),
});
const ProvRecords = z.record(z.string(), z.record(z.string(), z.json()));
/** PROV-JSON, W3C member submission of 24 April 2013. */
export const ProvDocument = z
  .object({
    prefix: z.record(z.string(), z.string()),
    entity: ProvRecords,
    activity: ProvRecords,
    agent: ProvRecords,
    used: ProvRecords,
    wasGeneratedBy: ProvRecords,
    wasAssociatedWith: ProvRecords,
    wasAttributedTo: ProvRecords,
    wasDerivedFrom: ProvRecords,
  })
  .meta({ id: 'ProvDocument' });
/** FHIR R4: a collection of Patient, Condition, Observation, RiskAssessment, Provenance and AuditEvent. */
export const FhirBundle = z
  .looseObject({
    resourceType: z.literal('Bundle'),
    type: z.literal('collection'),
    timestamp: z.string(),
    entry: z.array(
      z.looseObject({
        fullUrl: z.string(),
        resource: z.looseObject({ resourceType: z.string(), id: z.string() }),
      }),
    ),
  })
  .meta({ id: 'FhirBundle' });
/** FHIR R4: a collection of a Provenance and an AuditEvent. */
export const ProvenanceBundle = z
  .looseObject({ resourceType: z.literal('Bundle'), type: z.literal('collection') })
  .meta({ id: 'ProvenanceBundle' });

const ComparedEvidence = CodedComparedEvidence.extend({
  names: z.array(z.string()),
  rowsA: z.array(Evidence),
  rowsB: z.array(Evidence),
});

export const Comparison = CodedComparison.omit({ diseaseIds: true, probabilities: true })
  .extend({
    ...about,
    a: NamedDisease,
    b: NamedDisease,
    shared: z.array(ComparedEvidence),
    forA: z.array(ComparedEvidence),
    forB: z.array(ComparedEvidence),
    separating: z.array(
      CodedSeparatingFinding.extend({
        name: z.string(),
        outcomes: z.array(CodedSeparatingFinding.shape.outcomes.element.extend({ name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Comparison' });

const NamedState = z.object({ code: z.string(), name: z.string() });
export const Counterfactual = z
  .object({
    ...about,
    first: NamedDisease.nullable(),
    counterfactual: z
      .object({
        changes: z.array(
          z.object({ findingId: Slug, name: z.string(), observed: NamedState, imagined: NamedState }),
        ),
        first: NamedDisease,
        lead: z.number().meta({ description: 'natural log odds against the next disease' }),
        formerFirst: NamedDisease,
      })
      .nullable(),
  })
  .meta({ id: 'Counterfactual' });

export const Stages = z
  .object({
    ...about,
    stages: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        revealed: z.array(z.object({ findingId: Slug, name: z.string() })),
        sufficiency: CodedAnswer.shape.sufficiency.extend({
          reasons: z.array(z.object({ code: z.string(), text: z.string() })),
        }),
        differential: z.array(
          CodedStageDisease.extend({
            name: z.string(),
            icd10: z.array(z.string()),
            evidence: z.array(Evidence),
          }),
        ),
        remainder: CodedAnswer.shape.remainder,
        other: z.object({ probability: Probability }),
      }),
    ),
  })
  .meta({ id: 'Stages' });

export type Comparison = z.infer<typeof Comparison>;
export type Counterfactual = z.infer<typeof Counterfactual>;
export type Stages = z.infer<typeof Stages>;
