import { type QUEUES } from '@openrounds/contracts';
import { type AnyResponder, type Responder } from '@openrounds/queue';
import { type ReadLog } from '../use-cases/read-log';

type Queue = 'explanation-log-interactive';
type Queues = typeof QUEUES;

const logEntry = (log: ReadLog): Responder<Queues, Queue, 'get-log-entry.v1'> => ({
  queue: 'explanation-log-interactive',
  job: 'get-log-entry.v1',
  answer: ({ meta, index }) => log.entry(meta.tenantId, index),
});

const checkpoint = (log: ReadLog): Responder<Queues, Queue, 'get-checkpoint.v1'> => ({
  queue: 'explanation-log-interactive',
  job: 'get-checkpoint.v1',
  answer: () => log.checkpoint(),
});

const explanation = (log: ReadLog): Responder<Queues, Queue, 'get-explanation.v1'> => ({
  queue: 'explanation-log-interactive',
  job: 'get-explanation.v1',
  answer: ({ meta, runId }) => log.explanation(meta.tenantId, runId),
});

/** Answers what the gateway asks of the log while somebody waits. */
export const interactiveResponders = (log: ReadLog): AnyResponder<Queues>[] => [
  logEntry(log),
  checkpoint(log),
  explanation(log),
];
