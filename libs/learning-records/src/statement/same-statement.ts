import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Statement } from './statement';

/** A record store may write a list of one as one, and adds of its own what it wants. */
const Kept = z.looseObject({
  id: z.string(),
  actor: z.looseObject({ account: z.looseObject({ homePage: z.string(), name: z.string() }) }),
  verb: z.looseObject({ id: z.string() }),
  object: z.looseObject({ id: z.string() }),
  result: z.looseObject({}).optional(),
  context: z.looseObject({ registration: z.string().optional() }),
  timestamp: z.string(),
});

/**
 * Whether what a record store holds under an id says what ours says: who, verb, object, result, registration and time
 * (xAPI 1.0.3, part 2, §2.3.1 lets it add to the rest).
 */
export function isSameStatement(kept: unknown, ours: Statement): boolean {
  const [theirs, own] = [Kept.safeParse(kept), Kept.safeParse(ours)];
  return theirs.success && own.success && isDeepStrictEqual(essence(theirs.data), essence(own.data));
}

const essence = ({ id, actor, verb, object, result, context, timestamp }: z.output<typeof Kept>) => ({
  id: id.toLowerCase(),
  who: [actor.account.homePage, actor.account.name],
  verb: verb.id,
  object: object.id,
  result: result ?? null,
  registration: context.registration?.toLowerCase() ?? null,
  at: Date.parse(timestamp),
});
