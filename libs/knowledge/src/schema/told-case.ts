import { z } from 'zod';
import { caseKeySchema } from './coded-facts';
import { idSchema, sexSchema } from './primitives';

/**
 * An entry of `told-cases/*.yaml`: a case in words only, against which reading and ranking are measured together. It is
 * never part of the bundle, and its writer has not seen the knowledge base.
 */
export const toldCaseSchema = z.strictObject({
  id: idSchema,
  language: z.enum(['en', 'zh']),
  /**
   * Cases of the `development` half may be read by whoever mends the knowledge; those of the `frozen` half are only
   * run, so that they say what the product makes of words that nobody looked at.
   */
  half: z.enum(['development', 'frozen']),
  /** What the teacher fills in beside the text; with units that suit a baby. */
  patient: z
    .strictObject({
      age: z
        .strictObject({ value: z.number().min(0).max(120), unit: z.enum(['a', 'mo', 'wk', 'd']) })
        .optional(),
      sex: sexSchema.optional(),
    })
    .default({}),
  text: z.string().trim().min(1).max(20_000),
  key: caseKeySchema,
});

export type ToldCase = z.output<typeof toldCaseSchema>;
