import { Inject, Injectable } from '@nestjs/common';
import { type CaseBody, type JobMeta } from '@openrounds/contracts';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { type DataSource, type EntityManager } from 'typeorm';
import {
  type AssignmentRef,
  type AssignmentsOf,
  type AssignmentStore,
  type NewAssignment,
  type RecordOfAssignment,
  type StoredAssignment,
  type Taken,
  type TakenAway,
} from '../ports/assignment-store';
import { type PurgedRows } from '../ports/purged-rows';
import { AssignmentRows } from './assignment-rows';
import { AttemptRows } from './attempt-rows';
import { fromCourse, seenFromCourse } from './course-condition';
import { AssignmentEntity } from './entities/assignment.entity';
import { AttemptEntity } from './entities/attempt.entity';
import { askForecasts } from './forecast-rows';
import { logErasure, logRecord } from './log-record';
import { purgeRows } from './purge-rows';
import { sendTutorErasure } from './told-gateway';
import { sendScore } from './told-integration';

/** The attempts of assignments, and their steps, that meet a condition on `assignments`. */
export const attemptsOfAssignments = (condition: string): Record<string, string> => {
  const these = `SELECT assignment_id FROM assignments WHERE ${condition}`;
  const attempts = `SELECT attempt_id FROM attempts WHERE assignment_id IN (${these})`;
  return {
    course_links: `content_id IN (${these})`,
    attempt_steps: `attempt_id IN (${attempts})`,
    role_requests: `about_id IN (${attempts})`,
    attempts: `assignment_id IN (${these})`,
    assignments: condition,
  };
};

/** Assignments that meet a condition, locked so that nobody begins an attempt meanwhile, with the number of their attempts. */
export const takenAway = (condition: string): string =>
  `SELECT tenant_id AS "tenantId", assignment_id AS "assignmentId",
          (SELECT count(*)::int FROM attempts WHERE attempts.assignment_id = assignments.assignment_id) AS attempts
     FROM assignments WHERE ${condition} ORDER BY assignment_id FOR UPDATE`;

@Injectable()
export class TypeOrmAssignments implements AssignmentStore {
  private readonly rows: AssignmentRows;
  private readonly attempts: AttemptRows;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    sealer: Sealer,
  ) {
    this.rows = new AssignmentRows(sealer);
    this.attempts = new AttemptRows(sealer);
  }

  async add(given: NewAssignment): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(AssignmentEntity)
        .values(this.rows.rowOf(given) as never)
        .orIgnore()
        .returning(['assignmentId'])
        .execute();
      if (Array.isArray(inserted.raw) && inserted.raw.length > 0)
        await askForecasts(manager, given.forecasts, given.createdAt);
    });
  }

  async find({ tenantId, assignmentId }: AssignmentRef): Promise<StoredAssignment | undefined> {
    const row = await this.dataSource.manager.findOneBy(AssignmentEntity, { tenantId, assignmentId });
    return row === null ? undefined : this.rows.assignmentOf(row);
  }

  async readCase({ tenantId, assignmentId }: AssignmentRef): Promise<CaseBody | undefined> {
    const row = await this.dataSource.manager.findOneBy(AssignmentEntity, { tenantId, assignmentId });
    return row === null ? undefined : this.rows.caseOf(row);
  }

  async list(
    tenantId: string,
    { of, limit, before, classId }: Parameters<AssignmentStore['list']>[1],
  ): Promise<readonly StoredAssignment[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(AssignmentEntity, 'a')
      .where('a.tenantId = :tenantId', { tenantId })
      .orderBy('a.assignmentId', 'DESC')
      .take(limit);
    const [condition, values] = conditionOf(of);
    if (condition !== null) query.andWhere(condition, values);
    if (before !== undefined) query.andWhere('a.assignmentId < :before', { before });
    if (classId !== undefined) query.andWhere('a.classId = :classId', { classId });
    return this.rows.assignmentsOf(await query.getMany());
  }

  async taken(
    tenantId: string,
    assignmentIds: readonly string[],
    courseId: string | undefined,
  ): Promise<ReadonlyMap<string, Taken>> {
    const rows = await this.dataSource.query<(Taken & { id: string })[]>(
      `SELECT assignment_id AS id, count(DISTINCT learner_id)::int AS learners, count(*)::int AS attempts,
              count(finished_at)::int AS finished
         FROM attempts WHERE tenant_id = $1 AND assignment_id = ANY($2::uuid[]) AND ${fromCourse('context_id', '$3')}
        GROUP BY assignment_id`,
      [tenantId, assignmentIds, courseId ?? null],
    );
    return new Map(rows.map(({ id, ...taken }) => [id, taken]));
  }

  release(
    ref: AssignmentRef,
    at: Date,
    tell: Parameters<AssignmentStore['release']>[2],
  ): Promise<StoredAssignment | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const row = await lockAssignment(manager, ref, 'pessimistic_write');
      if (row === null) return undefined;
      if (row.releasedAt !== null) return this.rows.assignmentOf(row);
      const released = { ...row, releasedAt: at };
      await manager.update(AssignmentEntity, ref, { releasedAt: at });
      const stored = this.rows.assignmentOf(released);
      const attempts = await manager.find(AttemptEntity, { where: ref, order: { number: 'ASC' } });
      const { scores, record } = tell(stored, await this.attempts.attemptsOf(manager, attempts));
      for (const score of scores) await sendScore(manager, score);
      await logRecord(manager, record);
      return stored;
    });
  }

  remove(meta: JobMeta, assignmentId: string, recordOf: RecordOfAssignment): Promise<boolean> {
    const { tenantId } = meta;
    return inTransaction(this.dataSource, async (manager) => {
      const [gone] = await manager.query<TakenAway[]>(takenAway('tenant_id = $1 AND assignment_id = $2'), [
        tenantId,
        assignmentId,
      ]);
      if (gone === undefined) return false;
      for (const [table, condition] of Object.entries(attemptsOfAssignments('assignment_id = $1')))
        await manager.query(`DELETE FROM ${table} WHERE ${condition}`, [assignmentId]);
      await sendTutorErasure(manager, meta, [assignmentId]);
      await logErasure(manager, recordOf(gone));
      return true;
    });
  }

  releaseCase(tenantId: string, caseId: string, now: Date): Promise<'released' | 'in-assignment'> {
    return inTransaction(this.dataSource, async (manager) => {
      const rows = await manager.find(AssignmentEntity, {
        where: { tenantId, caseId },
        lock: { mode: 'pessimistic_write' },
        order: { assignmentId: 'ASC' },
      });
      if (rows.some((row) => !isOver(row, now))) return 'in-assignment';
      for (const row of rows)
        await manager.update(
          AssignmentEntity,
          { tenantId, assignmentId: row.assignmentId },
          { body: null, card: this.rows.withoutTitle(row) },
        );
      return 'released';
    });
  }

  async purge(
    { texts, linked }: Parameters<AssignmentStore['purge']>[0],
    recordOf: RecordOfAssignment,
  ): Promise<PurgedRows> {
    const [, forgotten] = await this.dataSource.query<[unknown[], number]>(
      'UPDATE attempt_steps SET text = NULL WHERE text IS NOT NULL AND at < $1',
      [texts],
    );
    const old = 'class_id IS NULL AND created_at < $1 AND (closes_at IS NULL OR closes_at < $1)';
    return {
      attempt_texts: forgotten,
      ...(await purgeRows(this.dataSource, linked, attemptsOfAssignments(old), {
        select: takenAway(old),
        recordOf,
      })),
    };
  }
}

/** Nothing more is scored by the case: of graded work only after its release. */
const isOver = ({ mode, closesAt, releasedAt }: AssignmentEntity, now: Date): boolean =>
  releasedAt !== null || (mode === 'practice' && closesAt !== null && closesAt < now);

/** The row of an assignment, locked until the transaction ends: for a change, or so that nobody releases it meanwhile. */
export const lockAssignment = (
  manager: EntityManager,
  { tenantId, assignmentId }: AssignmentRef,
  mode: 'pessimistic_write' | 'pessimistic_read',
): Promise<AssignmentEntity | null> =>
  manager.findOne(AssignmentEntity, { where: { tenantId, assignmentId }, lock: { mode } });

function conditionOf(of: AssignmentsOf): readonly [string | null, object] {
  switch (of.kind) {
    case 'all':
      return [null, {}];
    case 'led': {
      const led = '(a.ownerSubject = :owner OR a.classId = ANY(:classIds))';
      const { course, ...whose } = of;
      return course === undefined
        ? [led, whose]
        : [seenFromCourse('a.assignmentId', led), { ...whose, ...course }];
    }
    case 'theirs':
      return [
        '(a.classId = ANY(:classIds) OR a.assignmentId IN (SELECT t.assignment_id FROM attempts t WHERE t.learner_id = :learnerId))',
        of,
      ];
  }
}
