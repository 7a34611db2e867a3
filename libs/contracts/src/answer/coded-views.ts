import { z } from 'zod';
import { CaseMix, Probability, Slug } from '../primitives';
import { CodedAnswer, CodedDisease, CodedEvidence } from './coded-answer';

const DiseaseProbability = z.object({ diseaseId: Slug, probability: Probability });

export const CodedComparedEvidence = z.object({
  from: z.array(Slug),
  rowsA: z.array(CodedEvidence),
  rowsB: z.array(CodedEvidence),
  difference: z.number(),
});

export const CodedSeparatingFinding = z.object({
  findingId: Slug,
  bits: z.number().min(0),
  outcomes: z.array(
    z.object({ outcome: z.string(), probabilityInA: Probability, probabilityInB: Probability }),
  ),
});

/** Two diseases head to head, in codes. */
export const CodedComparison = z.object({
  caseMix: CaseMix,
  diseaseIds: z.array(Slug).length(2),
  probabilities: z.array(Probability).length(2),
  scoreDifference: z.number(),
  priorDifference: z.number(),
  shared: z.array(CodedComparedEvidence),
  forA: z.array(CodedComparedEvidence),
  forB: z.array(CodedComparedEvidence),
  separating: z.array(CodedSeparatingFinding),
});

/** The smallest change of a case that puts another disease first, in codes. */
export const CodedCounterfactual = z.object({
  caseMix: CaseMix,
  first: DiseaseProbability.nullable(),
  counterfactual: z
    .object({
      changes: z.array(z.object({ findingId: Slug, observed: z.string(), imagined: z.string() })),
      first: DiseaseProbability,
      lead: z.number(),
      formerFirst: DiseaseProbability,
    })
    .nullable(),
});

export const CodedStageDisease = CodedDisease.omit({ interval: true, summary: true });

/** A case revealed step by step, in codes. */
export const CodedStages = z.object({
  stages: z.array(
    z.object({
      name: z.string(),
      /** Place among the case's own stages, from 0; none where the steps are those of a work-up. */
      ownStage: z.number().int().min(0).optional(),
      revealed: z.array(Slug),
      sufficiency: CodedAnswer.shape.sufficiency,
      differential: z.array(CodedStageDisease),
      remainder: CodedAnswer.shape.remainder,
      other: z.object({ probability: Probability }),
    }),
  ),
});

export type CodedComparedEvidence = z.infer<typeof CodedComparedEvidence>;
export type CodedComparison = z.infer<typeof CodedComparison>;
export type CodedCounterfactual = z.infer<typeof CodedCounterfactual>;
export type CodedStages = z.infer<typeof CodedStages>;
