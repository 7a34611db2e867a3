import { z } from 'zod';
import { Cmi5Refused } from '../model/refusal';

/** What the fetch URL gives: a token the first time, an error code after (cmi5 §8.2). */
const Answer = z.union([
  z.object({
    'auth-token': z
      .string()
      .min(1)
      .max(4_000)
      .regex(/^[\x21-\x7e]+$/),
  }),
  z.object({ 'error-code': z.union([z.string(), z.number()]) }),
]);

/**
 * The token of a session, as it stands behind `Basic`.
 *
 * @throws Cmi5Refused `cmi5-used` where the URL was asked before; `cmi5-not-understood`
 */
export function readAuthToken(json: unknown): string {
  const read = Answer.safeParse(json);
  if (!read.success) throw new Cmi5Refused('cmi5-not-understood', 'auth-token');
  if ('error-code' in read.data) throw new Cmi5Refused('cmi5-used');
  return read.data['auth-token'];
}

/** The header of every request to the record store (RFC 7617; cmi5 §8.2.1). */
export const authorizationOf = (token: string): string => `Basic ${token}`;
