import { guestSubject } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { In, type EntityManager } from 'typeorm';
import { GradeEntity } from './entities/grade.entity';
import { LearnerEntity } from './entities/learner.entity';
import { NamesReadEntity } from './entities/names-read.entity';
import { PendingErasureEntity } from './entities/pending-erasure.entity';
import { TicketEntity } from './entities/ticket.entity';
import { OUTBOX } from './outbox';
import { forgetSessionsOf } from './typeorm-cmi5-sessions';

interface ErasedLearner {
  readonly id: string;
  readonly tenantId: string;
}

/** Erases what is kept of a learner here: grades, tickets and what their launches said go too. */
export async function eraseHere(manager: EntityManager, { tenantId, id }: ErasedLearner): Promise<void> {
  const learnerId = id;
  // First the learner: a score that comes meanwhile waits for this row, and then finds nobody.
  await manager.delete(LearnerEntity, { tenantId, id });
  await manager.delete(GradeEntity, { tenantId, learnerId });
  await manager.query(
    'DELETE FROM launches WHERE id IN (SELECT launch_id FROM tickets WHERE learner_id = $1)',
    [id],
  );
  await manager.update(NamesReadEntity, { tenantId, subject: guestSubject(id) }, { subject: null });
  await manager.delete(TicketEntity, { tenantId, learnerId });
  await forgetSessionsOf(manager, tenantId, learnerId);
}

/** Asks teaching to erase learners too, if the transaction commits, and remembers it until it is acknowledged. */
export async function askTeachingToErase(
  manager: EntityManager,
  learners: readonly ErasedLearner[],
  requestId: string,
  askedAt: Date,
): Promise<void> {
  for (const { id: learnerId, tenantId } of learners) {
    await manager.upsert(PendingErasureEntity, { learnerId, tenantId, askedAt }, ['learnerId']);
    await OUTBOX.add(manager, {
      queue: 'teaching',
      job: 'erase-learner.v1',
      // Queues remember the names of jobs: this one says nothing of the learner.
      jobId: `${newId()}-erase-learner-v1`,
      payload: { meta: { tenantId, requestId }, learnerId },
    });
  }
}

/** The same for all who came by a platform that is removed. */
export async function eraseAllOf(
  manager: EntityManager,
  of: { readonly tenantId: string; readonly issuer: string },
  requestId: string,
  at: Date,
): Promise<void> {
  const learners = await manager.find(LearnerEntity, { select: { id: true, tenantId: true }, where: of });
  await manager.delete(GradeEntity, { learnerId: In(learners.map(({ id }) => id)) });
  const subjects = learners.map(({ id }) => guestSubject(id));
  await manager.update(NamesReadEntity, { tenantId: of.tenantId, subject: In(subjects) }, { subject: null });
  await manager.delete(LearnerEntity, of);
  await askTeachingToErase(manager, learners, requestId, at);
}
