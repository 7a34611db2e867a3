import { QUEUES } from '@openrounds/contracts';
import { Outbox } from '@openrounds/persistence';

/** The outbox of guideline-retrieval: what the log is told. */
export const OUTBOX = new Outbox(QUEUES);
