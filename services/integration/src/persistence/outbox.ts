import { QUEUES } from '@openrounds/contracts';
import { Outbox } from '@openrounds/persistence';

/** Integration's outbox: what follows from a row is sent with the transaction that writes it. */
export const OUTBOX = new Outbox(QUEUES);
