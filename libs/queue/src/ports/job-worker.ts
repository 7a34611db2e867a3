import { type JobMeta } from '@openrounds/contracts';
import {
  type JobName,
  type Payload,
  type QueueMap,
  type QueueName,
  type Result,
  type ResultInput,
} from './queue-map';

/** How a child of a flow ended. */
export type ChildOutcome<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly reason: string };

/** The children of a flow, as its parent sees them. */
export interface Children<M extends QueueMap> {
  /** How the child of this kind ended; undefined when the flow has none. */
  outcome<Q extends QueueName<M>, J extends JobName<M, Q>>(
    queue: Q,
    job: J,
  ): Promise<ChildOutcome<Result<M, Q, J>> | undefined>;
}

/** What a handler knows about its job besides the payload. */
export interface JobContext<M extends QueueMap> {
  readonly queue: QueueName<M>;
  readonly job: string;
  readonly jobId: string;
  readonly meta: JobMeta;
  /** 1 at the first try. A try that ended in a {@link BusyFault} or in the death of its process is not counted. */
  readonly attempt: number;
  /** No further try follows when this one fails. */
  readonly lastAttempt: boolean;
  readonly enqueuedAt: Date;
  /** Aborted when the worker is closing and its deadline has passed: stop as soon as possible. */
  readonly signal: AbortSignal;
  readonly children: Children<M>;
}

/** One job's handler: a file of its own in `processors/`. */
export interface Processor<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>> {
  readonly queue: Q;
  readonly job: J;
  /**
   * Does the work. The promise of both backends is *at least once*: it runs again where its process dies, where its
   * event loop stands still or the backend does not answer for longer than the lock lasts (`lockDurationMs` of
   * {@link RecoveryPolicy}), or where the result could not be handed in. Two may even run at a time. So it looks first
   * whether its work is done, and what it does twice must do no harm. What counts, once, is the result of the worker
   * that holds the lock: a late one is refused, and so is its failure. Throws {@link PermanentFault} to give up at once, {@link BusyFault} to be called again
   * later without counting, anything else to be tried again. What `isInfrastructureFault` knows is not counted
   * either, until the job's deadline.
   */
  handle(payload: Payload<M, Q, J>, context: JobContext<M>): Promise<ResultInput<M, Q, J>>;
  /**
   * Told when the job has failed for good, before it is marked as failed; at least once, and only by the worker that
   * holds the lock. If this throws, the job
   * is tried again later, so no failure passes in silence. `payload` is undefined when it could not be read.
   */
  onFinallyFailed?(
    payload: Payload<M, Q, J> | undefined,
    fault: Error,
    context: Omit<JobContext<M>, 'meta'> & { readonly meta: JobMeta | undefined },
  ): Promise<void>;
  /**
   * The payload holds (sealed) narrative, or is large: a job that completes is forgotten altogether, one that fails for
   * good is emptied. Enqueued again after that it runs again, as any handler may.
   */
  readonly scrubWhenDone?: boolean;
}

/** A processor of any job of the map. */
export type AnyProcessor<M extends QueueMap> = {
  [Q in QueueName<M>]: { [J in JobName<M, Q>]: Processor<M, Q, J> }[JobName<M, Q>];
}[QueueName<M>];

/** Running workers: one for each queue. */
export interface JobWorkers {
  /**
   * Takes no new jobs and waits for the active ones. Those that are not done within the deadline get their
   * signal; another worker takes them up when their lock ends.
   *
   * @param deadlineMs milliseconds
   * @returns true when every active job was finished
   */
  close(deadlineMs: number): Promise<boolean>;
}
