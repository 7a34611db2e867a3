import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type Role } from '../../ports/role';

/**
 * Answers of a model as it gave them, by question. Kept raw, so that a replay goes through the same reading as a live
 * answer.
 */
export const LlmRecording = z.strictObject({
  version: z.literal(2),
  model: z.string().min(1),
  answers: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.unknown()),
});

export type LlmRecording = z.infer<typeof LlmRecording>;

/**
 * What tells questions apart: SHA-256 of the canonical JSON (RFC 8785) of the role, its version and its input. Equal
 * questions find the same answer.
 *
 * @throws TypeError where the input has no JSON form
 */
export function questionKey<I>(
  { name, promptVersion }: Pick<Role<I, unknown>, 'name' | 'promptVersion'>,
  input: I,
): string {
  const canonical = canonicalize({ role: name, promptVersion, input });
  if (canonical === undefined) throw new TypeError('a question has a JSON form');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
