import { type AppendErasurePayload, type AppendRecordPayload } from '@openrounds/contracts';
import { type EntityManager } from 'typeorm';
import { OUTBOX } from './outbox';

/** Has a record frozen in the explanation log, if the transaction commits. */
export const logRecord = (manager: EntityManager, record: AppendRecordPayload): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'explanation-log',
    job: 'append-record.v1',
    jobId: `${record.recordId}-append-record-v1`,
    payload: record,
  });

/** Has the explanation log say that something was erased, if the transaction commits. */
export const logErasure = (manager: EntityManager, erasure: AppendErasurePayload): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'explanation-log',
    job: 'append-erasure.v1',
    jobId: `${erasure.recordId}-append-erasure-v1`,
    payload: erasure,
  });
