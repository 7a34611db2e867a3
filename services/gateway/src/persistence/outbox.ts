import { QUEUES } from '@openrounds/contracts';
import { Outbox } from '@openrounds/persistence';

/** The gateway's outbox: what is accepted is sent, what is not is not. */
export const OUTBOX = new Outbox(QUEUES);
