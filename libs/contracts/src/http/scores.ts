import { z } from 'zod';
import { PageQuery, Language, passingText, Slug, Unit, page } from '../primitives';
import { SentenceGuidance } from './knowledge';

export const ScorePurpose = z
  .enum(['diagnosis', 'prognosis', 'classification', 'risk', 'calculation'])
  .meta({ description: 'what the score was made for; none of them changes a probability here' });

export const ScoreQuery = PageQuery.extend({
  q: passingText(200).optional(),
  disease: Slug.optional().meta({ description: 'only scores that apply to this disease' }),
  lang: Language.optional(),
});

const ScoreInputDescription = z.object({
  id: Slug,
  name: z.string(),
  help: z.string().optional(),
  type: z.enum(['boolean', 'number', 'choice']),
  unit: z.string().optional().meta({ description: 'UCUM; of numbers' }),
  range: z.object({ min: z.number(), max: z.number(), whole: z.boolean() }).optional(),
  options: z.array(z.object({ code: Slug, name: z.string() })).optional(),
});

/** The values that a score takes or can still take. */
const ScoreValue = z.union([z.number(), z.object({ min: z.number(), max: z.number() })]);

const ScoreBand = z.object({
  below: z.number().optional().meta({ description: 'the band ends before this value' }),
  upTo: z.number().optional().meta({ description: 'the band ends with this value' }),
  text: z.string(),
  source: z.string(),
});

export const ScoreSummary = z
  .object({
    id: Slug,
    name: z.string(),
    purpose: ScorePurpose,
    scale: z.enum(['points', 'criteria', 'quantity']),
    unit: z.string().optional(),
    range: ScoreValue.meta({ description: 'what the score can be when nothing is known' }),
    forDiseases: z.array(z.object({ id: Slug, name: z.string() })),
    inputs: z.array(ScoreInputDescription),
    interpretation: z.array(ScoreBand),
    source: z.string(),
    supersededBy: z.string().optional().meta({ description: 'the edition that took its place' }),
    notes: z.string().optional(),
    guidance: SentenceGuidance.meta({
      description: 'what guideline passages say of each sentence of `notes`',
    }),
  })
  .meta({ id: 'ScoreSummary' });
export const ScoreList = page(ScoreSummary).extend({ notice: z.string() }).meta({ id: 'ScoreList' });

/** A measured value in a unit of its own. */
const Measured = z.strictObject({ value: z.number(), unit: Unit });
export const ScoreInput = z.union([z.boolean(), z.number(), Slug, Measured, z.null()]).meta({
  id: 'ScoreInput',
  description: 'yes or no, a number in the unit of the input or with its own, an option; null is missing',
});

const MOST_INPUTS = 100;
export const ComputeScoreInput = z
  .strictObject({
    inputs: z.record(Slug, ScoreInput).refine((given) => Object.keys(given).length <= MOST_INPUTS, {
      message: `more than ${String(MOST_INPUTS)} inputs`,
      params: { code: 'too-many' },
    }),
  })
  .meta({
    id: 'ComputeScoreInput',
    example: { inputs: { 'heart-rate': { value: 112, unit: '/min' }, haemoptysis: true, malignancy: false } },
  });

/** A score as it was computed: a value, or the range that missing inputs leave open. */
export const ComputedScore = z
  .object({
    scoreId: Slug,
    name: z.string(),
    purpose: ScorePurpose,
    value: ScoreValue,
    unit: z.string().optional(),
    interpretation: z.string(),
    bands: z.array(ScoreBand).meta({ description: 'the bands that the value lies in or can still lie in' }),
    inputs: z.array(
      z.object({
        id: Slug,
        name: z.string(),
        value: z.union([z.boolean(), z.number(), z.string()]).nullable(),
        unit: z.string().optional(),
      }),
    ),
    missing: z.array(Slug),
    source: z.string(),
    supersededBy: z.string().optional().meta({ description: 'the edition that took its place' }),
  })
  .meta({ id: 'ComputedScore' });
export const ScoreResult = ComputedScore.extend({ notice: z.string() }).meta({ id: 'ScoreResult' });

export type ScoreQuery = z.infer<typeof ScoreQuery>;
export type ScoreSummary = z.infer<typeof ScoreSummary>;
export type ScoreInput = z.infer<typeof ScoreInput>;
export type ComputeScoreInput = z.infer<typeof ComputeScoreInput>;
export type ComputedScore = z.infer<typeof ComputedScore>;
export type ScoreResult = z.infer<typeof ScoreResult>;
