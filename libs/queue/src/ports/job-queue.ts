import { type JobName, type PayloadInput, type QueueMap, type QueueName } from './queue-map';

/** Where a job stands. `missing`: never enqueued, removed, or past its retention. */
export type JobState =
  | 'missing'
  | 'waiting'
  | 'active'
  | 'completed'
  | 'failed'
  | 'delayed'
  | 'waiting-children';

/** How many jobs of a queue are in each state: for back-pressure and metrics. */
export type QueueCounts = Readonly<Record<Exclude<JobState, 'missing'>, number>>;

export interface EnqueueOptions {
  /** Deterministic (`runJobId` of libs/contracts): adding the same id again is harmless. Without `:`. */
  readonly jobId: string;
  /** Earliest start from now, in milliseconds. Default 0. */
  readonly delayMs?: number;
}

/** Sends jobs and looks after those that were sent. */
export interface JobQueue<M extends QueueMap> {
  /**
   * Puts a job into a queue, once: a job with this id that is still known, in whatever state, is left alone.
   *
   * @throws {@link PayloadRejected} when the payload breaks its schema or is larger than the queue carries
   */
  enqueue<Q extends QueueName<M>, J extends JobName<M, Q>>(
    queue: Q,
    job: J,
    payload: PayloadInput<M, Q, J>,
    options: EnqueueOptions,
  ): Promise<void>;

  jobState(queue: QueueName<M>, jobId: string): Promise<JobState>;

  /**
   * Takes away what a job carries and what it answered: for erasure. A finished job is forgotten altogether. One
   * that still waits is emptied and fails for good when its turn comes. One that is active is emptied too, but
   * its handler has read the payload already: it must look whether its case was erased before it commits.
   *
   * @returns false when there is no such job
   */
  scrub(queue: QueueName<M>, jobId: string): Promise<boolean>;

  /** Forgets a job with everything it carries. False when there is none, or when it is active just now. */
  remove(queue: QueueName<M>, jobId: string): Promise<boolean>;

  counts(queue: QueueName<M>): Promise<QueueCounts>;
}
