import { z } from 'zod';
import {
  bilingualSchema,
  concernedSchema,
  idSchema,
  probabilitySchema,
  sourceRefSchema,
  synonymsSchema,
} from './primitives';

/** One of the mutually exclusive results of a test, and the finding states that it implies. */
const outcomeSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema.optional(),
  /** Finding id → `present`, `absent` or one of the finding's states. */
  states: z.record(idSchema, idSchema),
});

/** An entry of `tests/*.yaml`: something that can be ordered. */
export const testSchema = z
  .strictObject({
    id: idSchema,
    name: bilingualSchema,
    synonyms: synonymsSchema.default({ en: [], zh: [] }),
    outcomes: z.array(outcomeSchema).min(2).max(6).optional(),
    /** What it can show; without outcomes the engine takes the most informative of them. */
    findings: z.array(idSchema).min(1).optional(),
    cost: z.strictObject({
      /** 1 (at the bedside, free) to 5 (scarce or very dear). */
      tier: z.int().min(1).max(5),
      /** Relative to a full blood count = 1. */
      relative: z.number().nonnegative(),
    }),
    /** 0 none, 1 blood sample, 2 contrast, tube or needle, 3 operation or catheter. */
    invasiveness: z.int().min(0).max(3),
    radiation: z.enum(['none', 'low', 'medium', 'high']),
    turnaround: z.enum(['immediate', 'minutes', 'hours', 'days', 'weeks']),
    harm: z.strictObject({ value: probabilitySchema, source: sourceRefSchema }),
    /** Whom alone it is proposed for; who is not known may need it. */
    onlyIf: concernedSchema.optional(),
  })
  .refine((test) => test.outcomes !== undefined || test.findings !== undefined, {
    path: ['outcomes'],
    message: 'a test names its outcomes or its findings',
  });

export type Test = z.output<typeof testSchema>;
