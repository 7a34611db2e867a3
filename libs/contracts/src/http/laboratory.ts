import { z } from 'zod';
import { Slug } from '../primitives';

/** Where an interval, a variation or a criterion comes from; `report`: printed on the laboratory's own report. */
export const LaboratorySource = z
  .object({
    kind: z.enum(['published', 'estimate', 'report']),
    id: z.string(),
    grade: z.string().optional(),
    citation: z.string().optional(),
  })
  .meta({ id: 'LaboratorySource' });

const place = z.number().int().min(0).meta({ description: 'place in `labs`, from 0' });

/** The interval that a value was held against. */
export const ReferenceInterval = z
  .object({
    low: z.number().optional(),
    high: z.number().optional(),
    unit: z.string(),
    source: LaboratorySource,
  })
  .meta({ id: 'ReferenceInterval' });

export const LaboratoryValue = z
  .object({
    lab: place,
    findingId: Slug,
    name: z.string().optional(),
    quantity: z
      .object({ number: z.number(), unit: z.string(), comparator: z.enum(['<', '<=', '>', '>=']).optional() })
      .optional()
      .meta({ description: 'in the unit of the knowledge base' }),
    interval: ReferenceInterval.optional(),
    direction: z.enum(['low', 'normal', 'high', 'negative', 'positive', 'unknown']),
    marked: z
      .boolean()
      .meta({ description: 'further from normal than the mildest abnormal state, where there are several' }),
    state: Slug.optional(),
    stateName: z.string().optional(),
    latest: z.boolean().meta({ description: 'the value of its test that counts for the ranking' }),
    causes: z
      .array(z.object({ diseaseId: Slug, name: z.string().optional(), likelihoodRatio: z.number() }))
      .meta({
        description: 'diseases that account for most such results: prior times likelihood ratio, at most 5',
      }),
  })
  .meta({ id: 'LaboratoryValue' });

/** A criterion of its own that a change meets, such as that of acute kidney injury. */
export const ChangeCriterion = z
  .object({
    id: Slug,
    text: z.string().optional(),
    met: z
      .enum(['yes', 'if-in-time'])
      .meta({ description: '`if-in-time`: large enough, but the time between the values is not known' }),
    withinHours: z.number().optional(),
    source: LaboratorySource,
  })
  .meta({ id: 'ChangeCriterion' });

export const LaboratoryChange = z
  .object({
    findingId: Slug,
    name: z.string().optional(),
    earlier: place,
    later: place,
    from: z.number(),
    to: z.number(),
    unit: z.string().meta({ description: 'of `from`, `to` and `absolute`: that of the knowledge base' }),
    absolute: z.number(),
    relative: z.number().nullable().meta({ description: 'of the earlier value; null from 0 or below' }),
    hours: z.number().nullable().meta({ description: 'between the two, where it is known' }),
    direction: z.enum(['rise', 'fall', 'none']),
    significance: z
      .enum(['significant', 'not-significant', 'unknown'])
      .meta({ description: 'whether more than chance and the assay would make of it, 95 %, two-sided' }),
    referenceChange: z
      .object({
        value: z.number().meta({ description: 'reference change value, a fraction: √2·1.96·√(CVa²+CVi²)' }),
        rise: z.number().meta({ description: 'smallest significant rise, a fraction' }),
        fall: z.number().meta({ description: 'smallest significant fall, a fraction below 0' }),
        withinSubject: z.number().meta({ description: 'CVi, a fraction' }),
        analytical: z.number().meta({ description: 'CVa, a fraction' }),
        source: LaboratorySource,
      })
      .nullable(),
    criteria: z.array(ChangeCriterion),
  })
  .meta({ id: 'LaboratoryChange' });

/** The laboratory report explained: every value that could be read, and what changed. */
export const Laboratory = z
  .object({ values: z.array(LaboratoryValue), changes: z.array(LaboratoryChange) })
  .meta({ id: 'Laboratory' });

export type LaboratorySource = z.infer<typeof LaboratorySource>;
export type ReferenceInterval = z.infer<typeof ReferenceInterval>;
export type LaboratoryValue = z.infer<typeof LaboratoryValue>;
export type ChangeCriterion = z.infer<typeof ChangeCriterion>;
export type LaboratoryChange = z.infer<typeof LaboratoryChange>;
export type Laboratory = z.infer<typeof Laboratory>;
