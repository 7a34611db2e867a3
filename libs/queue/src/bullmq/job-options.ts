import { type JobsOptions } from 'bullmq';
import { type QueueMap } from '../ports/queue-map';
import { DEFAULT_RETRY, type RetentionPolicy, type RetryPolicy } from '../policy';

/** Retry policies of jobs that need another than {@link DEFAULT_RETRY}. */
export type RetryPolicies<M extends QueueMap> = {
  readonly [Q in keyof M]?: { readonly [J in keyof M[Q]]?: RetryPolicy };
};

/** A job's options as BullMQ knows them. Nothing is kept for ever, and no stack trace is kept at all. */
export function jobOptions(jobId: string, retry: RetryPolicy, retention: RetentionPolicy): JobsOptions {
  return {
    jobId,
    attempts: retry.attempts,
    backoff: { type: 'exponential', delay: retry.backoffMs, jitter: 0.5 },
    removeOnComplete: { age: retention.completedSeconds },
    removeOnFail: { age: retention.failedSeconds },
    stackTraceLimit: 0,
  };
}

export function retryPolicy<M extends QueueMap>(
  policies: RetryPolicies<M>,
  queue: string,
  job: string,
): RetryPolicy {
  const ofQueue: Readonly<Record<string, RetryPolicy | undefined>> | undefined = policies[queue];
  return ofQueue?.[job] ?? DEFAULT_RETRY;
}
