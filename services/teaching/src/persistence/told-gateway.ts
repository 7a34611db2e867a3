import { type JobMeta } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { type EntityManager } from 'typeorm';
import { OUTBOX } from './outbox';

/** Has the gateway forget what the tutor was asked about these things, if the transaction commits. */
export const sendTutorErasure = (
  manager: EntityManager,
  meta: JobMeta,
  ids: readonly [string, ...string[]],
): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'gateway',
    job: 'forget-tutor.v1',
    jobId: `${newId()}-forget-tutor-v1`,
    payload: { meta, ids: [...ids] },
  });
