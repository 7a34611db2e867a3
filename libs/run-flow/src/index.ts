/** What the services share of a run's way through the queues: connection, workers, handlers, reports, faults, erasure. */
export { AnswerReader, type AskForPart } from './answer/answer-reader';
export {
  byHash,
  fitsInto,
  inline,
  packAnswer,
  packJson,
  partOf,
  unpackAnswer,
  unpackJson,
  unpackOwnAnswer,
} from './answer/packed-answer';
export { CaseErasure, type ErasingService, type HeldOfCase, type JobsOfRun } from './erasure/case-erasure';
export { permanently } from './faults/permanent';
export { Handles, processorsAmong, type HandlerOf } from './handlers/handles';
export { answerWithKnowledge, withKnowledge } from './knowledge/knowledge-gate';
export { type HouseQueues } from './module/connections';
export { QueueModule } from './module/queue.module';
export { FLOW_PRODUCER, HOUSE_QUEUES, JOB_QUEUE } from './module/tokens';
export { RelayedOutbox } from './outbox/relayed-outbox';
export { RunReporter } from './report/run-reporter';
