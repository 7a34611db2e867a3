/** What happened to a job, without a word of what it carried: for logs and metrics. */
export interface JobEvent {
  readonly queue: string;
  readonly job: string;
  readonly jobId: string;
  readonly attempt: number;
  readonly requestId: string | undefined;
  readonly tenantId: string | undefined;
  /** Milliseconds from enqueuing to the start of this try. */
  readonly waitedMs: number;
  /** Milliseconds that this try took. */
  readonly tookMs: number;
}

/**
 * Why a message was refused: it bears no signature (or an older version wrote it); its key is not known here; the
 * signature is not that of its content and place; it is signed, but not of the form that this version reads.
 */
export type RefusalReason = 'unsigned' | 'unknown-key' | 'wrong-signature' | 'malformed';

/** Told of what happens in the queues. It must not throw. */
export interface QueueObserver {
  /** The result counts: of a job that was handled twice, one time only. */
  jobCompleted?(event: JobEvent): void;
  /** `willRetry` is false when the job has failed for good. `error` may quote data: log its name and code. */
  jobFailed?(event: JobEvent, error: Error, willRetry: boolean): void;
  /** A message was not handled because nobody of this house signed it as it stands. `jobId` may be anybody's words. */
  messageRefused?(queue: string, jobId: string, reason: RefusalReason): void;
  /** A job whose worker died was put back. */
  jobStalled?(queue: string, jobId: string): void;
  /** The connection to the backend fails, or the library reports an error of its own. */
  backendError?(queue: string, error: Error): void;
  /** A connection to the backend stands: the first, or one after an outage. */
  backendReady?(): void;
}
