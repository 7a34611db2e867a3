import { Inject, Injectable } from '@nestjs/common';
import { SEAL_PLACES } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  type ClassChange,
  type ClassesOf,
  type ClassStore,
  type NewClass,
  type StoredClass,
  type StoredMember,
} from '../ports/class-store';
import { type RecordOfAssignment } from '../ports/assignment-store';
import { type LearnerRef } from '../ports/learner-store';
import { type PurgedRows } from '../ports/purged-rows';
import { ClassStaffEntity } from './entities/class-staff.entity';
import { ClassEntity } from './entities/class.entity';
import { MembershipEntity } from './entities/membership.entity';
import { whereLearner } from './learner-rows';
import { purgeRows } from './purge-rows';
import { attemptsOfAssignments, takenAway } from './typeorm-assignments';

type Wanted = Parameters<ClassStore['list']>[1];

@Injectable()
export class TypeOrmClasses implements ClassStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  add({ tenantId, classId, name, staff, joinCode, ...settings }: NewClass): Promise<'stored' | 'code-taken'> {
    return this.dataSource.transaction(async (manager) => {
      const { language, practiceUnreviewed } = settings;
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(ClassEntity)
        .values({
          id: classId,
          tenantId,
          name: this.sealer.seal(name, SEAL_PLACES.className(tenantId, classId)),
          joinCode,
          settings: { language, practiceUnreviewed },
          archivedAt: null,
        })
        .orIgnore()
        .returning(['id'])
        .execute();
      const isNew = Array.isArray(inserted.raw) && inserted.raw.length > 0;
      if (isNew)
        await manager.insert(
          ClassStaffEntity,
          staff.map((each) => ({ ...each, tenantId, classId })),
        );
      return isNew || (await manager.existsBy(ClassEntity, { tenantId, id: classId }))
        ? 'stored'
        : 'code-taken';
    });
  }

  async find(tenantId: string, classId: string): Promise<StoredClass | undefined> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(ClassEntity, { tenantId, id: classId });
    return row === null ? undefined : this.read(manager, row);
  }

  async findByCode(code: string): Promise<{ tenantId: string; classId: string } | undefined> {
    const row = await this.dataSource.manager.findOneBy(ClassEntity, { joinCode: code });
    return row === null ? undefined : { tenantId: row.tenantId, classId: row.id };
  }

  async list(tenantId: string, { of, limit, before }: Wanted): Promise<readonly StoredClass[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(ClassEntity, 'c')
      .where('c.tenantId = :tenantId', { tenantId })
      .orderBy('c.id', 'DESC')
      .take(limit);
    if (before !== undefined) query.andWhere('c.id < :before', { before });
    const [condition, values] = conditionOf(of);
    if (condition !== undefined) query.andWhere(condition, values);
    const rows = await query.getMany();
    return this.stored(this.dataSource.manager, rows);
  }

  change(
    tenantId: string,
    classId: string,
    decide: (stored: StoredClass) => ClassChange | null,
  ): Promise<StoredClass | 'code-taken' | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const row = await manager.findOne(ClassEntity, {
        where: { tenantId, id: classId },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return undefined;
      const stored = await this.read(manager, row);
      const change = decide(stored);
      if (change === null) return stored;
      const { joinCode } = change;
      if (joinCode !== undefined && (await manager.existsBy(ClassEntity, { joinCode }))) return 'code-taken';
      return this.read(manager, await this.apply(manager, row, change));
    });
  }

  async staffOf(tenantId: string, classId: string): Promise<readonly string[]> {
    const { manager } = this.dataSource;
    const rows = await manager.find(ClassStaffEntity, {
      where: { tenantId, classId },
      order: { subject: 'ASC' },
    });
    return rows.map(({ subject }) => subject);
  }

  async taughtBy(tenantId: string, subject: string): Promise<readonly string[]> {
    const rows = await this.dataSource.manager.findBy(ClassStaffEntity, { tenantId, subject });
    return rows.map(({ classId }) => classId);
  }

  isMember(tenantId: string, classId: string, learner: LearnerRef): Promise<boolean> {
    const [condition, values] = whereLearner(learner);
    return this.dataSource.manager
      .createQueryBuilder(MembershipEntity, 'm')
      .innerJoin('learners', 'l', 'l.id = m.learner_id AND l.tenant_id = m.tenant_id')
      .where('m.tenantId = :tenantId AND m.classId = :classId AND m.leftAt IS NULL', { tenantId, classId })
      .andWhere(condition, values)
      .getExists();
  }

  async members(
    tenantId: string,
    classId: string,
    { limit, after }: Parameters<ClassStore['members']>[2],
  ): Promise<readonly StoredMember[]> {
    const rows = await this.dataSource.query<MemberRow[]>(
      `SELECT l.id, l.pseudonym, l.name, m.team_no AS team, m.joined_at AS "joinedAt"
         FROM memberships m JOIN learners l ON l.id = m.learner_id AND l.tenant_id = m.tenant_id
        WHERE m.tenant_id = $1 AND m.class_id = $2 AND m.left_at IS NULL AND ($3::uuid IS NULL OR l.id > $3::uuid)
        ORDER BY l.id LIMIT $4`,
      [tenantId, classId, after ?? null, limit],
    );
    return rows.map(({ id, pseudonym, name, team, joinedAt }) => {
      const place = SEAL_PLACES.learnerName(tenantId, id);
      const called = name === null ? undefined : this.sealer.openIfWhole(name, place, z.string());
      return { learnerId: id, pseudonym, name: called ?? null, team, joinedAt };
    });
  }

  async removeMember(tenantId: string, classId: string, learnerId: string, at: Date): Promise<boolean> {
    const member = { tenantId, classId, learnerId, leftAt: IsNull() };
    const { affected } = await this.dataSource.manager.update(MembershipEntity, member, { leftAt: at });
    return affected === 1;
  }

  purge(archivedBefore: Date, recordOf: RecordOfAssignment): Promise<PurgedRows> {
    const ofOld = 'class_id IN (SELECT id FROM classes WHERE archived_at < $1)';
    return purgeRows(
      this.dataSource,
      archivedBefore,
      {
        ...attemptsOfAssignments(ofOld),
        memberships: ofOld,
        class_staff: ofOld,
        classes: 'archived_at < $1',
      },
      { select: takenAway(ofOld), recordOf },
    );
  }

  private async apply(
    manager: EntityManager,
    row: ClassEntity,
    { joinCode, archivedAt, staff }: ClassChange,
  ): Promise<ClassEntity> {
    const { tenantId, id: classId } = row;
    if (staff !== undefined) {
      const { subject, role } = staff;
      if (role === 'none') await manager.delete(ClassStaffEntity, { tenantId, classId, subject });
      else await manager.save(ClassStaffEntity, { tenantId, classId, subject, role });
    }
    const changes = {
      ...(joinCode === undefined ? {} : { joinCode }),
      ...(archivedAt === undefined ? {} : { archivedAt, joinCode: null }),
    };
    if (Object.keys(changes).length > 0)
      await manager.update(ClassEntity, { tenantId, id: classId }, changes);
    return { ...row, ...changes };
  }

  /** @throws SealBroken */
  private async read(manager: EntityManager, row: ClassEntity): Promise<StoredClass> {
    const { tenantId, id } = row;
    const name = this.sealer.open(row.name, SEAL_PLACES.className(tenantId, id), z.string());
    const [stored] = await this.withPeople(manager, [{ row, name }]);
    if (stored === undefined) throw new Error('one class of one row');
    return stored;
  }

  /** One broken seal hides no other class. */
  private stored(manager: EntityManager, rows: readonly ClassEntity[]): Promise<StoredClass[]> {
    const whole = rows.flatMap((row) => {
      const place = SEAL_PLACES.className(row.tenantId, row.id);
      const name = this.sealer.openIfWhole(row.name, place, z.string());
      return name === undefined ? [] : [{ row, name }];
    });
    return this.withPeople(manager, whole);
  }

  private async withPeople(
    manager: EntityManager,
    opened: readonly { readonly row: ClassEntity; readonly name: string }[],
  ): Promise<StoredClass[]> {
    const classId = In(opened.map(({ row }) => row.id));
    const staff = await manager.find(ClassStaffEntity, { where: { classId }, order: { subject: 'ASC' } });
    const counts = await manager
      .createQueryBuilder(MembershipEntity, 'm')
      .select('m.classId', 'id')
      .addSelect('count(*)::int', 'count')
      .where({ classId, leftAt: IsNull() })
      .groupBy('m.classId')
      .getRawMany<{ id: string; count: number }>();
    const membersOf = new Map(counts.map(({ id, count }) => [id, count]));
    return opened.map(({ row: { tenantId, id, joinCode, archivedAt, settings }, name }) => ({
      tenantId,
      classId: id,
      name,
      ...settings,
      joinCode,
      archivedAt,
      staff: staff.filter((each) => each.classId === id).map(({ subject, role }) => ({ subject, role })),
      members: membersOf.get(id) ?? 0,
    }));
  }
}

type MemberRow = Pick<StoredMember, 'pseudonym' | 'team' | 'joinedAt'> & {
  readonly id: string;
  readonly name: Parameters<Sealer['open']>[0] | null;
};

function conditionOf(of: ClassesOf): readonly [string, object] | readonly [undefined] {
  switch (of.kind) {
    case 'all':
      return [undefined];
    case 'staff':
      return [
        'c.id IN (SELECT s.class_id FROM class_staff s WHERE s.tenant_id = :tenantId AND s.subject = :staff)',
        { staff: of.subject },
      ];
    case 'learner': {
      const [condition, values] = whereLearner(of.learner);
      return [
        `c.id IN (SELECT m.class_id FROM memberships m JOIN learners l ON l.id = m.learner_id
                   WHERE m.tenant_id = :tenantId AND l.tenant_id = :tenantId AND m.left_at IS NULL AND ${condition})`,
        values,
      ];
    }
  }
}
