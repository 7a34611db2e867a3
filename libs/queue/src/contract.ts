import { MAX_PAYLOAD_BYTES } from '@openrounds/contracts';
import { type z } from 'zod';
import { PayloadRejected, PayloadTooLarge } from './faults';
import {
  type JobContract,
  type JobName,
  type Payload,
  type PayloadInput,
  type QueueMap,
  type QueueName,
} from './ports/queue-map';

/** The contract of a job, or undefined when this version of the house does not know it. */
export function findContract(map: QueueMap, queue: string, job: string): JobContract | undefined {
  const jobs = Object.hasOwn(map, queue) ? map[queue] : undefined;
  return jobs && Object.hasOwn(jobs, job) ? jobs[job] : undefined;
}

/** As {@link findContract}, for a sender: asking for a job that is not in the map is an error of the program. */
export function requireContract(map: QueueMap, queue: string, job: string): JobContract {
  const contract = findContract(map, queue, job);
  if (!contract) throw new PayloadRejected(queue, job, ['no such job in the queue map']);
  return contract;
}

/**
 * Parses what crosses a queue. Reasons name the field and the rule that it breaks, never the value, because they
 * end in logs and a value may be what a patient said.
 *
 * @throws {@link PayloadRejected}
 */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  queue: string,
  job: string,
): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(
    (issue) => `${issue.path.map(String).join('.') || '(root)'}: ${issue.code}`,
  );
  throw new PayloadRejected(queue, job, reasons);
}

/** A payload as it is sent, beside what was parsed. */
interface ToSend<S extends z.ZodType> {
  readonly payload: z.output<S>;
  /** JSON. */
  readonly text: string;
}

/** As {@link parse}, for a sender: also holds the payload to the size that a queue carries. */
export function parseToSend<S extends z.ZodType>(
  schema: S,
  value: unknown,
  queue: string,
  job: string,
): ToSend<S> {
  const payload = parse(schema, value, queue, job);
  const text = JSON.stringify(payload) ?? 'null';
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_PAYLOAD_BYTES) {
    throw new PayloadTooLarge(queue, job, [
      `${String(bytes)} bytes, at most ${String(MAX_PAYLOAD_BYTES)} travel`,
    ]);
  }
  return { payload, text };
}

/** Job ids must not look like BullMQ's own keys (`:`) or its counter (a whole number). */
export function assertJobId(jobId: string, queue: string, job: string): void {
  if (!/^[\w.-]{1,200}$/.test(jobId) || /^\d+$/.test(jobId)) {
    throw new PayloadRejected(queue, job, [
      'the job id must be letters, digits, ".", "_" and "-", and not a number',
    ]);
  }
}

/**
 * Checks a payload as {@link JobQueue.enqueue} will, for whoever stores it first (the outbox).
 *
 * @throws {@link PayloadRejected}
 */
export function parsePayload<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>>(
  map: M,
  queue: Q,
  job: J,
  payload: PayloadInput<M, Q, J>,
): Payload<M, Q, J> {
  return parseToSend(requireContract(map, queue, job).payload, payload, queue, job).payload as Payload<
    M,
    Q,
    J
  >;
}
