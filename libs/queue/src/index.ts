/** Jobs, flows and requests between services: ports, and one adapter (BullMQ on Postgres or on Redis). */
export {
  BusyFault,
  PayloadRejected,
  PayloadTooLarge,
  PermanentFault,
  ProcessorMismatch,
  QueueUnavailable,
  RequestTimeout,
} from './faults';
export { isInfrastructureFault } from './infrastructure/infrastructure-fault';
export { whenReachable } from './infrastructure/when-reachable';
export { parsePayload } from './contract';
export {
  DEFAULT_RECOVERY,
  DEFAULT_RETENTION,
  DEFAULT_RETRY,
  type RecoveryPolicy,
  type RetentionPolicy,
  type RetryPolicy,
} from './policy';
export { type Flow, type FlowJob, type FlowProducer } from './ports/flow-producer';
export { type EnqueueOptions, type JobQueue, type JobState, type QueueCounts } from './ports/job-queue';
export {
  type AnyProcessor,
  type ChildOutcome,
  type Children,
  type JobContext,
  type JobWorkers,
  type Processor,
} from './ports/job-worker';
export {
  type JobContract,
  type JobName,
  type Payload,
  type PayloadInput,
  type QueueMap,
  type QueueName,
  type Result,
  type ResultInput,
} from './ports/queue-map';
export { type JobEvent, type QueueObserver, type RefusalReason } from './ports/queue-observer';
export { type SigningKeys } from './ports/signing-keys';
export {
  type AnyResponder,
  type RequestContext,
  type RequestOptions,
  type Requester,
  type Responder,
} from './ports/requester';
export { assertEveryJobServed, type ServesJob } from './processors';
export { type DeadlineOf, type RunInScope } from './bullmq/job-runner';
export { type RetryPolicies } from './bullmq/job-options';
export { type Queues, type QueuesOptions, type WorkersOptions, openQueues } from './bullmq/open-queues';
