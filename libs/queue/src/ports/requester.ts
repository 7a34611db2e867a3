import {
  type JobName,
  type Payload,
  type PayloadInput,
  type QueueMap,
  type QueueName,
  type Result,
  type ResultInput,
} from './queue-map';

export interface RequestOptions {
  /** Milliseconds until the requester gives up and takes the question back. Default 2,000. */
  readonly deadlineMs?: number;
}

/** Asks another service and waits for its answer. */
export interface Requester<M extends QueueMap> {
  /**
   * @throws {@link RequestTimeout} when no answer came in time
   * @throws `DomainError` of libs/contracts, as the responder threw it (`internal` for any other of its errors)
   * @throws {@link PayloadRejected}
   */
  request<Q extends QueueName<M>, J extends JobName<M, Q>>(
    queue: Q,
    job: J,
    payload: PayloadInput<M, Q, J>,
    options?: RequestOptions,
  ): Promise<Result<M, Q, J>>;

  /** Stops listening for answers; requests that still wait end with {@link RequestTimeout}. */
  close(): Promise<void>;
}

/** What a responder's handler knows besides the payload. */
export interface RequestContext {
  readonly queue: string;
  readonly job: string;
  readonly requestId: string;
  readonly tenantId: string;
  readonly traceparent?: string | undefined;
}

/** Answers one kind of request. It is tried once: whoever asked is waiting and can ask again. */
export interface Responder<M extends QueueMap, Q extends QueueName<M>, J extends JobName<M, Q>> {
  readonly queue: Q;
  readonly job: J;
  answer(payload: Payload<M, Q, J>, context: RequestContext): Promise<ResultInput<M, Q, J>>;
}

/** A responder to any request of the map. */
export type AnyResponder<M extends QueueMap> = {
  [Q in QueueName<M>]: { [J in JobName<M, Q>]: Responder<M, Q, J> }[JobName<M, Q>];
}[QueueName<M>];
