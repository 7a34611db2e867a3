import { z } from 'zod';
import { lineOfTextSchema } from './primitives';

/** A figure with its 95 % interval; null where there was nothing to measure. */
const estimateSchema = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const groupSchema = z.strictObject({
  attribute: lineOfTextSchema,
  value: lineOfTextSchema,
  cases: z.int().min(1),
  top3: estimateSchema,
});

/** The same cases for two patients who differ in one attribute: see `evaluate --swap`. */
const swapSchema = z.strictObject({
  sides: z.tuple([lineOfTextSchema, lineOfTextSchema]),
  /** Pairs for which the knowledge base says that the attribute should not matter. */
  neutralPairs: z.int().min(0),
  neutralTop3Difference: estimateSchema,
  /** Pairs possible for both, and what competitors alone do to the mean probability of the right disease. */
  pairs: z.int().min(0),
  competitorsAlone: estimateSchema,
});

/** One set of cases as it was last measured. Shares 0..1. */
const measuredSetSchema = z.strictObject({
  name: lineOfTextSchema,
  measuredOn: z.iso.date(),
  /** The knowledge version that was measured. */
  knowledge: z.string().regex(/^[0-9a-f]{64}$/),
  caseMix: z.enum(['teaching', 'consecutive']),
  cases: z.int().min(1),
  diagnoses: z.int().min(1),
  top1: estimateSchema,
  top3: estimateSchema,
  top5: estimateSchema,
  mustNotMissCases: z.int().min(0),
  mustNotMissRecall: estimateSchema,
  calibrationError: estimateSchema,
  slope: estimateSchema,
  groups: z.array(groupSchema).default([]),
  swaps: z.array(swapSchema).default([]),
});

/** `evaluation.yaml`: what the last recorded evaluations found. Written by `evaluate --record`; it changes no ranking. */
export const evaluationSchema = z.strictObject({ sets: z.array(measuredSetSchema) });

export type Evaluation = z.output<typeof evaluationSchema>;
export type MeasuredSet = Evaluation['sets'][number];
