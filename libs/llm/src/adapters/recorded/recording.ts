import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type Role } from '../../ports/role';

const Key = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().nonnegative();

/** What an answer took when it was given, as in `LlmReply`. */
const Took = z.strictObject({
  latencyMs: Count,
  firstTextMs: Count,
  usage: z.strictObject({ promptTokens: Count, completionTokens: Count }).optional(),
});

/**
 * Answers of a model as it gave them, by question. Kept raw, so that a replay goes through the same reading as a live
 * answer. What people answered says nothing of what it took.
 */
export const LlmRecording = z.strictObject({
  version: z.literal(2),
  model: z.string().min(1),
  answers: z.record(Key, z.unknown()),
  took: z.record(Key, Took).optional(),
});

export type LlmRecording = z.infer<typeof LlmRecording>;

/**
 * What tells questions apart: SHA-256 of the canonical JSON (RFC 8785) of the role, its version and its input, or what the
 * role says counts of it. Equal questions find the same answer.
 *
 * @throws TypeError where the input has no JSON form
 */
export function questionKey<I>(
  role: Pick<Role<I, unknown>, 'name' | 'promptVersion' | 'asRecorded'>,
  input: I,
): string {
  const { name, promptVersion } = role;
  const asked = role.asRecorded === undefined ? input : role.asRecorded(input);
  const canonical = canonicalize({ role: name, promptVersion, input: asked });
  if (canonical === undefined) throw new TypeError('a question has a JSON form');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
