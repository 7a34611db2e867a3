import { type JobName, type PayloadInput, type QueueMap, type QueueName } from './queue-map';

/** A job of a flow; its id is deterministic as in {@link JobQueue.enqueue}. */
export type FlowJob<M extends QueueMap> = {
  [Q in QueueName<M>]: {
    [J in JobName<M, Q>]: {
      readonly queue: Q;
      readonly job: J;
      readonly payload: PayloadInput<M, Q, J>;
      readonly jobId: string;
    };
  }[JobName<M, Q>];
}[QueueName<M>];

/** A parent that starts when every child is done, whether it completed or failed for good. */
export interface Flow<M extends QueueMap> {
  readonly parent: FlowJob<M>;
  readonly children: readonly FlowJob<M>[];
}

/** Sends a parent and its children as one. */
export interface FlowProducer<M extends QueueMap> {
  /**
   * Adds all jobs of the flow or none. Adding it again is harmless at any time: while children wait, run or are
   * done, while the parent waits or runs, and after it is done.
   *
   * @throws {@link PayloadRejected}
   */
  enqueueFlow(flow: Flow<M>): Promise<void>;

  /**
   * Lets a parent start that still waits: it sees the children that are not done as `{ ok: false }`. They themselves
   * are not touched; what they come to later is nobody's.
   *
   * @returns false when there is no such parent or it does not wait
   */
  releaseParent(queue: QueueName<M>, jobId: string): Promise<boolean>;
}
