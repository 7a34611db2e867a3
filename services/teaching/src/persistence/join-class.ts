import { SEAL_PLACES } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { decisionsToAdd } from '../model/consents';
import { type Joining, type StoredLearner } from '../ports/learner-store';
import { ClassEntity } from './entities/class.entity';
import { ConsentEntity } from './entities/consent.entity';
import { LearnerEntity } from './entities/learner.entity';
import { MembershipEntity } from './entities/membership.entity';
import { forgetErasedAccount } from './erased-learners';
import { lockLearner, newestDecisions, storedLearner } from './learner-rows';

/** Joining a class, in one transaction. Whoever joins the same class waits: so many are in it, and not one more. */
export async function joinClass(
  manager: EntityManager,
  given: Joining,
  sealer: Sealer,
): Promise<StoredLearner | 'not-found' | 'class-full' | 'erased'> {
  const { tenantId, classId, code, at, consents } = given;
  const open = await manager.findOne(ClassEntity, {
    where: { tenantId, id: classId, joinCode: code },
    lock: { mode: 'pessimistic_write' },
  });
  if (open === null) return 'not-found';
  const known = await knownLearner(manager, given);
  if (typeof known === 'string') return known;
  const membership = known && (await membershipOf(manager, given, known));
  if (given.resumes && !membership) return 'not-found';
  if ((!membership || membership.leftAt !== null) && (await isFull(manager, given))) return 'class-full';
  const row = known ?? (await insertLearner(manager, given, sealer));
  await manager.save(MembershipEntity, membershipRow(given, row.id, membership ?? null));
  await rename(manager, row, given, sealer);
  await addDecisions(manager, row, consents, at);
  return storedLearner(manager, row, sealer);
}

/** Adds what is new of what somebody decided. */
export async function addDecisions(
  manager: EntityManager,
  row: LearnerEntity,
  given: Joining['consents'],
  at: Date,
): Promise<void> {
  const added = decisionsToAdd(await newestDecisions(manager, row), given, at);
  const { tenantId, id: personId } = row;
  if (added.length > 0)
    await manager.insert(
      ConsentEntity,
      added.map((each) => ({ ...each, tenantId, personId })),
    );
}

/** Who joins, where there is a record; `erased` where the token of a class names one that is gone. */
async function knownLearner(
  manager: EntityManager,
  { tenantId, known, resumes, joinKeyHash, resumeHash }: Joining,
): Promise<LearnerEntity | 'not-found' | 'erased' | undefined> {
  if (known !== null) {
    const row = await lockLearner(manager, tenantId, known);
    return row ?? ('learnerId' in known ? 'erased' : undefined);
  }
  const where = { tenantId, ...(resumes ? { resumeHash } : { joinKeyHash }) };
  const row = await manager.findOne(LearnerEntity, { where, lock: { mode: 'pessimistic_write' } });
  return row ?? (resumes ? 'not-found' : undefined);
}

const membershipOf = (manager: EntityManager, { tenantId, classId }: Joining, { id }: LearnerEntity) =>
  manager.findOneBy(MembershipEntity, { tenantId, classId, learnerId: id });

const isFull = async (manager: EntityManager, { tenantId, classId, most }: Joining): Promise<boolean> =>
  (await manager.countBy(MembershipEntity, { tenantId, classId, leftAt: IsNull() })) >= most;

const membershipRow = (
  { tenantId, classId, at }: Joining,
  learnerId: string,
  before: MembershipEntity | null,
): MembershipEntity => ({
  tenantId,
  classId,
  learnerId,
  teamNo: before?.teamNo ?? null,
  joinedAt: before !== null && before.leftAt === null ? before.joinedAt : at,
  leftAt: null,
});

async function insertLearner(
  manager: EntityManager,
  { tenantId, known, fresh, joinKeyHash, resumeHash, at }: Joining,
  sealer: Sealer,
): Promise<LearnerEntity> {
  const subject = known === null || 'learnerId' in known ? null : known.subject;
  if (subject !== null) await forgetErasedAccount(manager, sealer, tenantId, subject);
  const row: LearnerEntity = {
    id: fresh.learnerId,
    tenantId,
    subject,
    pseudonym: fresh.pseudonym,
    name: null,
    joinKeyHash: subject === null ? joinKeyHash : null,
    resumeHash: subject === null ? resumeHash : null,
    launched: false,
    createdAt: at,
    lastSeenAt: at,
  };
  await manager.insert(LearnerEntity, row);
  return row;
}

async function rename(
  manager: EntityManager,
  row: LearnerEntity,
  { tenantId, name, at }: Joining,
  sealer: Sealer,
): Promise<void> {
  row.lastSeenAt = at;
  if (name !== null) row.name = sealer.seal(name, SEAL_PLACES.learnerName(tenantId, row.id));
  await manager.update(LearnerEntity, { tenantId, id: row.id }, { name: row.name, lastSeenAt: at });
}
