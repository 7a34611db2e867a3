import { z } from 'zod';
import { caseKeySchema } from './coded-facts';
import { idSchema, settingSchema, sexSchema } from './primitives';

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
  /**
   * Where the patient is seen, as far as the text says or plainly implies it: a clinic of specialists is none of these.
   * Cases are grouped by it and not ranked by it, because it would change the priors of cases that were written, and
   * measured before, without it.
   */
  setting: z.enum([...settingSchema.options, 'inpatient']).optional(),
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
