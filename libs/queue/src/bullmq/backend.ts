import { type Job, type JobsOptions, type QueueOptions, type WorkerOptions } from 'bullmq';
import { type MadeReady } from './made-when-needed';

/** The part of BullMQ's `Queue` that the adapter uses, whatever the backend. */
export interface BullQueue extends MadeReady {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  getJob(jobId: string): Promise<Job | undefined>;
  /** @throws Error where a worker holds the job, on one of the backends */
  remove(jobId: string): Promise<unknown>;
  getJobCounts(
    ...types: (
      | 'waiting'
      | 'prioritized'
      | 'active'
      | 'completed'
      | 'failed'
      | 'delayed'
      | 'waiting-children'
    )[]
  ): Promise<Record<string, number>>;
}

/** The part of BullMQ's `Worker` that the adapter uses. */
export interface BullWorker {
  waitUntilReady(): Promise<void>;
  cancelAllJobs(reason?: string): void;
  close(): Promise<void>;
  /** Lets go of everything whatever is still running. */
  abandon(): Promise<void>;
}

export interface BullFlowNode {
  readonly queueName: string;
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions;
  readonly children?: BullFlowNode[];
}

/** The part of BullMQ's `FlowProducer` that the adapter uses. */
export interface BullFlowProducer extends MadeReady {
  add(flow: BullFlowNode): Promise<unknown>;
}

export type BullProcessor = (
  job: Job,
  token: string | undefined,
  signal: AbortSignal | undefined,
) => Promise<unknown>;

/** What a worker reports besides the jobs' own outcome. */
export interface BullWorkerEvents {
  onError(error: Error): void;
  onStalled(jobId: string): void;
  /** The backend has taken the result of a job. */
  onCompleted(job: Job): void;
  onFailed(job: Job | undefined, error: Error): void;
}

export type BullWorkerOptions = Pick<
  WorkerOptions,
  'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'
>;

/** A datastore that BullMQ can work on. */
export interface BullBackend {
  queue(name: string, onError: (error: Error) => void): BullQueue;
  worker(
    name: string,
    process: BullProcessor,
    options: BullWorkerOptions,
    events: BullWorkerEvents,
  ): BullWorker;
  flowProducer(onError: (error: Error) => void): BullFlowProducer;
  /** Resolves when the datastore answers. */
  ping(): Promise<void>;
  /** How long the end of a queue or worker is waited for: milliseconds, 0 where the datastore is away. */
  closeMs(): number;
  /** Ends the connections; queues and workers are closed before. */
  close(): Promise<void>;
}

/**
 * Nothing reads BullMQ's event stream (on Postgres it loses events), and its entries quote results: the shortest
 * that can be kept. Redis still keeps about a hundred entries.
 */
export const NO_EVENTS: Pick<QueueOptions, 'streams'> = { streams: { events: { maxLen: 1 } } };
