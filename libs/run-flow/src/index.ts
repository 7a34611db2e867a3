/** What the services share of a run's way through the queues: connection, workers, reports, faults, erasure. */
export {
  eraseCaseProcessor,
  type Erasure,
  type ErasingService,
  type JobsOfRun,
} from './erasure/erase-case.processor';
export { permanently } from './faults/permanent';
export { answerWithKnowledge, withKnowledge } from './knowledge/knowledge-gate';
export { type HouseQueues } from './module/connections';
export { HOUSE_QUEUES, QueueConnectionModule, QueueModule, type ServedQueues } from './module/queue.module';
export { RunReporter } from './report/run-reporter';
