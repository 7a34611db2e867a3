import { Inject, Injectable } from '@nestjs/common';
import {
  guestSubject,
  SEAL_PLACES,
  type AppendErasurePayload,
  type ConsentInput,
} from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { newId, Sealer } from '@openrounds/platform';
import { LessThan, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type PurgedRows } from '../ports/purged-rows';
import {
  type Decision,
  type Joining,
  type LearnerRef,
  type LearnerStore,
  type Membership,
  type StoredLearner,
} from '../ports/learner-store';
import { AttemptEntity } from './entities/attempt.entity';
import { ClassEntity } from './entities/class.entity';
import { ConsentEntity } from './entities/consent.entity';
import { LearnerEntity } from './entities/learner.entity';
import { MembershipEntity } from './entities/membership.entity';
import { RoleRequestEntity } from './entities/role-request.entity';
import { rememberErasedAccount, wasAccountErased } from './erased-learners';
import { addDecisions, joinClass } from './join-class';
import { decisionOf, lockLearner, storedLearner } from './learner-rows';
import { logErasure } from './log-record';
import { OUTBOX } from './outbox';
import { purgeRows } from './purge-rows';
import { sendErasure } from './told-integration';

/** As exactly is it remembered when somebody was seen: reading need not write each time. */
const DAY_MS = 86_400_000;

@Injectable()
export class TypeOrmLearners implements LearnerStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  join(given: Joining): ReturnType<LearnerStore['join']> {
    return this.dataSource.transaction((manager) => joinClass(manager, given, this.sealer));
  }

  async find(
    tenantId: string,
    learner: LearnerRef,
    now: Date | null,
  ): Promise<StoredLearner | 'erased' | undefined> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(LearnerEntity, {
      tenantId,
      ...('learnerId' in learner ? { id: learner.learnerId } : { subject: learner.subject }),
    });
    if (row === null) return this.missing(manager, tenantId, learner);
    if (now !== null) {
      const lastSeenAt = LessThan(new Date(now.getTime() - DAY_MS));
      await manager.update(LearnerEntity, { tenantId, id: row.id, lastSeenAt }, { lastSeenAt: now });
    }
    return storedLearner(manager, row, this.sealer);
  }

  decide(
    tenantId: string,
    learner: LearnerRef,
    given: readonly ConsentInput[],
    at: Date,
  ): Promise<StoredLearner | 'erased' | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const row = await lockLearner(manager, tenantId, learner);
      if (row === null) return this.missing(manager, tenantId, learner);
      await addDecisions(manager, row, given, at);
      return storedLearner(manager, row, this.sealer);
    });
  }

  async decisions(
    tenantId: string,
    learnerId: string,
    after: Date | null,
    limit: number,
  ): Promise<readonly Decision[]> {
    const rows = await this.dataSource.manager.find(ConsentEntity, {
      where: { tenantId, personId: learnerId, ...(after === null ? {} : { at: MoreThan(after) }) },
      order: { at: 'ASC' },
      take: limit,
    });
    return rows.map(decisionOf);
  }

  async memberships(
    tenantId: string,
    learnerId: string,
    after: string | null,
    limit: number,
  ): Promise<readonly Membership[]> {
    const { manager } = this.dataSource;
    const rows = await manager.find(MembershipEntity, {
      where: { tenantId, learnerId, ...(after === null ? {} : { classId: MoreThan(after) }) },
      order: { classId: 'ASC' },
      take: limit,
    });
    const classes = await manager.findBy(
      ClassEntity,
      rows.map(({ classId }) => ({ tenantId, id: classId })),
    );
    const classOf = new Map(classes.map((each) => [each.id, each]));
    return rows.flatMap((row) => {
      const of = classOf.get(row.classId);
      return of === undefined ? [] : [this.membershipOf(row, of)];
    });
  }

  erase(learner: LearnerRef, record: AppendErasurePayload): Promise<'erased' | undefined> {
    const { meta } = record;
    const { tenantId } = meta;
    const at = new Date(record.at);
    return this.dataSource.transaction(async (manager) => {
      const row = await lockLearner(manager, tenantId, learner);
      if (row === null) return this.missing(manager, tenantId, learner);
      await this.deleteRows(manager, row);
      const { subject } = row;
      const names = [guestSubject(row.id), ...(subject === null ? [] : [subject])];
      for (const name of names)
        await rememberErasedAccount(manager, this.sealer, { tenantId, subject: name, at });
      await OUTBOX.add(manager, {
        queue: 'gateway',
        job: 'erase-learner.v1',
        // Queues remember the names of jobs: this one says nothing of the learner.
        jobId: `${newId()}-erase-learner-v1`,
        payload: { meta, subject: subject ?? guestSubject(row.id) },
      });
      if (row.launched) await sendErasure(manager, { meta, learnerId: row.id });
      await logErasure(manager, record);
      return 'erased';
    });
  }

  wasErased(tenantId: string, learnerId: string): Promise<boolean> {
    return wasAccountErased(this.dataSource.manager, this.sealer, tenantId, guestSubject(learnerId));
  }

  async purge(
    { seen, erased }: Parameters<LearnerStore['purge']>[0],
    recordOf: Parameters<LearnerStore['purge']>[1],
  ): Promise<PurgedRows> {
    const old = 'SELECT id FROM learners WHERE last_seen_at < $1';
    const learners = await purgeRows(
      this.dataSource,
      seen,
      {
        attempt_steps: `attempt_id IN (SELECT attempt_id FROM attempts WHERE learner_id IN (${old}))`,
        role_requests: `owner IN (SELECT id::text FROM learners WHERE last_seen_at < $1)`,
        attempts: `learner_id IN (${old})`,
        consents: `person_id IN (${old})`,
        memberships: `learner_id IN (${old})`,
        learners: 'last_seen_at < $1',
      },
      {
        select:
          'SELECT tenant_id AS "tenantId", id FROM learners WHERE last_seen_at < $1 ORDER BY id FOR UPDATE',
        recordOf: ({ tenantId, id }: { readonly tenantId: string; readonly id: string }) =>
          recordOf(tenantId, id),
      },
    );
    return {
      ...learners,
      ...(await purgeRows(this.dataSource, erased, { erased_learners: 'erased_at < $1' })),
    };
  }

  /** A token that we signed names a learner who is not there any more; an account may never have been one. */
  private async missing(
    manager: EntityManager,
    tenantId: string,
    learner: LearnerRef,
  ): Promise<'erased' | undefined> {
    if ('learnerId' in learner) return 'erased';
    return (await wasAccountErased(manager, this.sealer, tenantId, learner.subject)) ? 'erased' : undefined;
  }

  private async deleteRows(manager: EntityManager, { tenantId, id }: LearnerEntity): Promise<void> {
    await manager.query(
      'DELETE FROM attempt_steps WHERE attempt_id IN (SELECT attempt_id FROM attempts WHERE learner_id = $1)',
      [id],
    );
    await manager.delete(AttemptEntity, { tenantId, learnerId: id });
    await manager.delete(RoleRequestEntity, { tenantId, owner: id });
    await manager.delete(ConsentEntity, { tenantId, personId: id });
    await manager.delete(MembershipEntity, { tenantId, learnerId: id });
    await manager.delete(LearnerEntity, { tenantId, id });
  }

  private membershipOf(
    { tenantId, classId, teamNo, joinedAt, leftAt }: MembershipEntity,
    { name, settings }: ClassEntity,
  ): Membership {
    const place = SEAL_PLACES.className(tenantId, classId);
    const className = this.sealer.openIfWhole(name, place, z.string()) ?? null;
    return { classId, className, language: settings.language, team: teamNo, joinedAt, leftAt };
  }
}
