import { QUEUES } from '@openrounds/contracts';
import { Outbox } from '@openrounds/persistence';

/** Teaching's outbox: what is asked of the engine is sent with the version that asks it. */
export const OUTBOX = new Outbox(QUEUES);
