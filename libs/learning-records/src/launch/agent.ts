import { z } from 'zod';

/**
 * A learner as a learning management system calls them: by an account (cmi5 §9.2). What else it says, a name or an address,
 * is dropped here.
 */
export const Agent = z
  .object({
    objectType: z.literal('Agent').default('Agent'),
    account: z.object({ homePage: z.url().max(2_000), name: z.string().min(1).max(500) }),
  })
  .readonly();
export type Agent = z.output<typeof Agent>;
