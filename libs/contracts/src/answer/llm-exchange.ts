import { z } from 'zod';
import { Sha256 } from '../primitives';

/**
 * One question to a language model and its answer, as hashes: the record of a run says which they were, and holds the
 * words of neither. Each is SHA-256 of canonical JSON (RFC 8785).
 */
export const LlmExchange = z.object({
  role: z.string(),
  model: z.string(),
  promptVersion: z.string(),
  /** Of the prompt, `{ system, user }`. */
  request: Sha256,
  /** Of the answer as it was parsed, before it was read. */
  answer: Sha256,
});
export type LlmExchange = z.infer<typeof LlmExchange>;
