import { z } from 'zod';

const ChildRef = z.object({ queue: z.string(), job: z.string(), jobId: z.string() });
export type ChildRef = z.infer<typeof ChildRef>;

/** A job that still carries its payload. */
const Full = z.object({
  payload: z.unknown(),
  /** The children of a flow's parent: BullMQ itself remembers only their ids. */
  children: z.array(ChildRef).optional(),
});

/**
 * A job whose payload was removed. When it had failed for good by then, the reason stands here, so that a worker that
 * takes it up after a crash ends it in the same way instead of running it without its payload.
 */
const Scrubbed = z.object({
  scrubbed: z.literal(true),
  outcome: z.object({ reason: z.string() }).optional(),
});

/** What a job says, signed. */
export const Envelope = z.union([Scrubbed, Full]);
export type Envelope = z.infer<typeof Envelope>;
export type ScrubbedEnvelope = z.infer<typeof Scrubbed>;
export type FullEnvelope = z.infer<typeof Full>;

/** A request that waits for an answer; its correlation id is the job's. */
export const RequestEnvelope = z.object({
  payload: z.unknown(),
  replyTo: z.string().startsWith('replies-'),
});
export type RequestEnvelope = z.infer<typeof RequestEnvelope>;

const Problem = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })),
  retryAfterSeconds: z.number().optional(),
});

/** The answer to a request. */
export const ReplyEnvelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), problem: Problem }),
]);
export type ReplyEnvelope = z.infer<typeof ReplyEnvelope>;
export type ReplyProblem = z.infer<typeof Problem>;

/** Writes an envelope around a payload that is JSON already: a large one is turned into text once. */
export function envelopeText(payload: string, rest: Omit<FullEnvelope | RequestEnvelope, 'payload'>): string {
  const others = JSON.stringify(rest);
  return `{"payload":${payload}${others === '{}' ? '' : `,${others.slice(1, -1)}`}}`;
}
