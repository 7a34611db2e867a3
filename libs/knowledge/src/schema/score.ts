import { type ScoreCondition, type ScoreExpression } from '@openrounds/ddx-engine';
import { z } from 'zod';
import {
  bilingualSchema,
  findingOutcomeSchema,
  idSchema,
  lineOfTextSchema,
  sourceRefSchema,
} from './primitives';

const expression = z.lazy(() => expressionSchema);
const condition = z.lazy(() => conditionSchema);
const two = z.tuple([expression, expression]);
const some = z.array(expression).min(1);
const conditions = z.array(condition).min(1);
const bandEnd = { below: z.number().optional(), upTo: z.number().optional() };

/** The closed language of scores; what each operator means stands with the engine's `ScoreExpression`. */
const expressionSchema: z.ZodType<ScoreExpression> = z.union([
  z.number(),
  idSchema,
  z.strictObject({ sum: some }),
  z.strictObject({ product: some }),
  z.strictObject({ difference: two }),
  z.strictObject({ quotient: two }),
  z.strictObject({ min: some }),
  z.strictObject({ max: some }),
  z.strictObject({ ln: expression }),
  z.strictObject({ exp: expression }),
  z.strictObject({ sqrt: expression }),
  z.strictObject({ round: expression, decimals: z.int().min(0).max(6).optional() }),
  z.strictObject({ points: z.number(), when: condition }),
  z.strictObject({ count: conditions }),
  z.strictObject({ choose: idSchema, from: z.record(idSchema, expression) }),
  z.strictObject({
    table: expression,
    bands: z.array(z.strictObject({ ...bandEnd, points: z.number() })).min(2),
  }),
  z.strictObject({ if: condition, then: expression, else: expression }),
]);

const conditionSchema: z.ZodType<ScoreCondition> = z.union([
  idSchema,
  z.strictObject({ all: conditions }),
  z.strictObject({ any: conditions }),
  z.strictObject({ not: condition }),
  z.strictObject({ atLeast: z.int().min(1), of: conditions }),
  z.strictObject({ choice: idSchema, is: z.array(idSchema).min(1) }),
  z
    .strictObject({
      number: expression,
      above: z.number().optional(),
      from: z.number().optional(),
      below: z.number().optional(),
      upTo: z.number().optional(),
    })
    .refine(
      ({ above, from, below, upTo }) => [above, from, below, upTo].some((limit) => limit !== undefined),
      'a comparison needs above, from, below or upTo',
    ),
]);

const common = { id: idSchema, name: bilingualSchema, help: bilingualSchema.optional() };

/** `prefill` says what of a case answers the input; without it the reader is asked. */
const scoreInputSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('boolean'),
    prefill: z
      .strictObject({
        findings: z.array(findingOutcomeSchema).min(1),
        /**
         * Whether one of them observed answers yes; otherwise the finding is wider than the question. `together`: the
         * question asks for all of them, and only all of them observed answer yes.
         */
        presenceAffirms: z.union([z.boolean(), z.literal('together')]).default(true),
        /** Whether all of them observed absent answers no; otherwise the finding is narrower than the question. */
        absenceDenies: z.boolean().default(true),
      })
      .optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z.array(z.strictObject({ id: idSchema, name: bilingualSchema })).min(2),
    prefill: z
      .union([
        z.strictObject({ patient: z.literal('sex') }),
        /** State of a categorical finding, or `present` and `absent`, to the option that it answers. */
        z.strictObject({ finding: idSchema, options: z.record(idSchema, idSchema) }),
      ])
      .optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('number'),
    /** UCUM. */
    unit: lineOfTextSchema,
    range: z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, 'the range is empty'),
    whole: z.boolean().optional(),
    prefill: z
      .union([
        z.strictObject({ patient: z.literal('age') }),
        /** A finding whose measured value is the number, converted to the input's unit. */
        z.strictObject({ quantity: idSchema }),
      ])
      .optional(),
  }),
]);

const exampleSchema = z
  .strictObject({
    inputs: z.record(idSchema, z.union([z.boolean(), z.number(), idSchema])),
    value: z.number().optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    /** How far the value may be off: half a unit in its last printed digit. */
    within: z.number().positive().default(1e-9),
    note: lineOfTextSchema.optional(),
  })
  .refine(
    ({ value, range }) => (value === undefined) !== (range === undefined),
    'an example has either a value or a range',
  );

/** A file of `scores/`: how a published score is computed and read. It never changes a probability. */
export const scoreSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  synonyms: z.array(lineOfTextSchema).default([]),
  /** The edition that took its place. */
  supersededBy: bilingualSchema.optional(),
  /** What it was made and tested for. Only `diagnosis` says how likely a disease is. */
  purpose: z.enum(['diagnosis', 'prognosis', 'classification', 'risk', 'calculation']),
  /** `points`: a sum; `criteria`: a class by number, worded by the interpretation; `quantity`: measured in `unit`. */
  scale: z.enum(['points', 'criteria', 'quantity']),
  unit: lineOfTextSchema.optional(),
  forDiseases: z.array(idSchema).default([]),
  inputs: z.array(scoreInputSchema).min(1),
  steps: z.array(z.strictObject({ id: idSchema, value: expressionSchema })).optional(),
  value: expressionSchema,
  interpretation: z
    .array(
      z.strictObject({
        ...bandEnd,
        text: bilingualSchema,
        /** The score's own where left out. */
        source: sourceRefSchema.optional(),
      }),
    )
    .min(1),
  source: sourceRefSchema,
  notes: bilingualSchema.optional(),
  examples: z.array(exampleSchema).min(4),
});

export type Score = z.output<typeof scoreSchema>;
export type ScoreInputEntry = Score['inputs'][number];
