import { z } from 'zod';
import { Instant } from '../primitives';

/**
 * What a learner may agree to: results go into one's own profile (`keep`), the staff of one's classes see practice under
 * the pseudonym (`class`), results are given to research under the pseudonym (`research`).
 */
export const ConsentPurpose = z.enum(['keep', 'class', 'research']);

/** One decision about one purpose. */
export const ConsentInput = z
  .strictObject({
    purpose: ConsentPurpose,
    granted: z.boolean(),
    /** Of the text that was shown when the decision was made. */
    textVersion: z.number().int().min(1).max(10_000),
  })
  .meta({ id: 'ConsentInput', example: { purpose: 'class', granted: true, textVersion: 1 } });
export const ConsentInputs = z
  .array(ConsentInput)
  .max(ConsentPurpose.options.length)
  .refine((all) => new Set(all.map(({ purpose }) => purpose)).size === all.length, {
    message: 'each purpose once',
    params: { code: 'purpose-repeated' },
  });
export const RecordConsentsInput = z.strictObject({ consents: ConsentInputs.min(1) }).meta({
  id: 'RecordConsentsInput',
  example: { consents: [{ purpose: 'class', granted: true, textVersion: 1 }] },
});

/** What holds now. Without a decision `at` and `textVersion` are null, and the default of the purpose holds. */
export const Consent = z.object({
  purpose: ConsentPurpose,
  granted: z.boolean(),
  at: Instant.nullable(),
  textVersion: z.number().int().nullable(),
});
export const Consents = z.object({ consents: z.array(Consent) }).meta({ id: 'Consents' });

export type ConsentPurpose = z.infer<typeof ConsentPurpose>;
export type ConsentInput = z.infer<typeof ConsentInput>;
export type Consent = z.infer<typeof Consent>;
export type Consents = z.infer<typeof Consents>;
