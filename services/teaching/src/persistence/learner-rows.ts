import { SEAL_PLACES } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Decision, type LearnerRef, type StoredLearner } from '../ports/learner-store';
import { ConsentEntity } from './entities/consent.entity';
import { LearnerEntity } from './entities/learner.entity';

/** The condition on the table `learners`, called `l`, that finds a learner. */
export const whereLearner = (learner: LearnerRef): readonly [string, object] =>
  'learnerId' in learner
    ? ['l.id = :learnerId', { learnerId: learner.learnerId }]
    : ['l.subject = :subject', { subject: learner.subject }];

/** The row of a learner; nobody else changes it until the transaction ends. */
export const lockLearner = (
  manager: EntityManager,
  tenantId: string,
  learner: LearnerRef,
): Promise<LearnerEntity | null> =>
  manager.findOne(LearnerEntity, {
    where: {
      tenantId,
      ...('learnerId' in learner ? { id: learner.learnerId } : { subject: learner.subject }),
    },
    lock: { mode: 'pessimistic_write' },
  });

/** The newest decision about each purpose. */
export async function newestDecisions(
  manager: EntityManager,
  person: { readonly tenantId: string; readonly id: string },
): Promise<Decision[]> {
  const rows = await manager
    .createQueryBuilder(ConsentEntity, 'c')
    .distinctOn(['c.purpose'])
    .where('c.tenantId = :tenantId AND c.personId = :id', person)
    .orderBy('c.purpose')
    .addOrderBy('c.at', 'DESC')
    .getMany();
  return rows.map(decisionOf);
}

export const decisionOf = ({ purpose, granted, textVersion, at }: ConsentEntity): Decision => ({
  purpose,
  granted,
  textVersion,
  at,
});

/** A learner as use-cases know one. A name that cannot be opened is none: nobody is kept out for it. */
export async function storedLearner(
  manager: EntityManager,
  row: LearnerEntity,
  sealer: Sealer,
): Promise<StoredLearner> {
  const { id, tenantId, subject, pseudonym, resumeHash, createdAt, lastSeenAt } = row;
  const place = SEAL_PLACES.learnerName(tenantId, id);
  return {
    tenantId,
    learnerId: id,
    subject,
    pseudonym,
    name: (row.name === null ? undefined : sealer.openIfWhole(row.name, place, z.string())) ?? null,
    resumeHash,
    createdAt,
    lastSeenAt,
    decisions: await newestDecisions(manager, row),
  };
}
