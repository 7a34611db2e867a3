import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type LlmRankingRequest } from '../../ports/rank-with-llm';

/**
 * Answers of a model as it gave them, by request. Kept raw, so that a replay goes through the same reading as a live
 * answer.
 */
export const LlmRecording = z.strictObject({
  version: z.literal(1),
  model: z.string().min(1),
  answers: z.record(z.string().regex(/^[0-9a-f]{64}$/), z.unknown()),
});

export type LlmRecording = z.infer<typeof LlmRecording>;

/** SHA-256 of the request's canonical JSON (RFC 8785): equal requests find the same answer. */
export function requestKey(request: LlmRankingRequest): string {
  const canonical = canonicalize(request);
  if (canonical === undefined) throw new TypeError('a request has a JSON form');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
