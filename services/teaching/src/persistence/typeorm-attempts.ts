import { Inject, Injectable } from '@nestjs/common';
import { SEAL_PLACES, type Sealed } from '@openrounds/contracts';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { In, LessThan, type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type AssignmentRef, type StoredAssignment } from '../ports/assignment-store';
import { type Attempts, type AttemptsOfLearner, type AttemptStore, type Who } from '../ports/attempt-store';
import { type StoredAttempt } from '../ports/stored-attempt';
import { AssignmentRows } from './assignment-rows';
import { AttemptRows } from './attempt-rows';
import { AssignmentEntity } from './entities/assignment.entity';
import { AttemptStepEntity } from './entities/attempt-step.entity';
import { AttemptEntity } from './entities/attempt.entity';
import { fromCourse } from './course-condition';
import { LearnerEntity } from './entities/learner.entity';
import { lockLearner } from './learner-rows';
import { sendScore, sendStep } from './told-integration';
import { lockAssignment } from './typeorm-assignments';

/** Whether the newest decision of the learner `l` lets the staff see practice; without one it does not. */
const AGREES = `coalesce((SELECT c.granted FROM consents c
    WHERE c.tenant_id = l.tenant_id AND c.person_id = l.id AND c.purpose = 'class' ORDER BY c.at DESC LIMIT 1), false)`;
/** The first attempts of an assignment: one for each learner and link. */
const FIRST_ATTEMPTS = `FROM attempts a JOIN learners l ON l.id = a.learner_id AND l.tenant_id = a.tenant_id
    WHERE a.tenant_id = $1 AND a.assignment_id = $2 AND a.number = 1`;

interface FirstRow {
  readonly learnerId: string;
  readonly contextId: string;
  readonly pseudonym: string;
  readonly name: Sealed | null;
  readonly agrees: boolean;
}

@Injectable()
export class TypeOrmAttempts implements AttemptStore {
  private readonly rows: AttemptRows;
  private readonly assignments: AssignmentRows;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {
    this.rows = new AttemptRows(sealer);
    this.assignments = new AssignmentRows(sealer);
  }

  begin(
    ref: AssignmentRef,
    { learnerId, linkId }: Parameters<AttemptStore['begin']>[1],
    decide: Parameters<AttemptStore['begin']>[2],
  ): Promise<StoredAttempt | 'erased' | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const { tenantId, assignmentId } = ref;
      if ((await lockLearner(manager, tenantId, { learnerId })) === null) return 'erased';
      const row = await lockAssignment(manager, ref, 'pessimistic_read');
      if (row === null) return undefined;
      const own = await manager.find(AttemptEntity, {
        where: { tenantId, assignmentId, learnerId },
        order: { attemptId: 'ASC' },
      });
      const contextId = linkId ?? own.at(-1)?.contextId ?? assignmentId;
      const before = await this.rows.attemptsOf(
        manager,
        own.filter((each) => each.contextId === contextId),
      );
      const decided = decide(this.assignments.assignmentOf(row), before);
      if ('steps' in decided) return decided;
      const begun: AttemptEntity = {
        attemptId: decided.attemptId,
        tenantId,
        assignmentId,
        learnerId,
        contextId,
        number: before.length + 1,
        startedAt: decided.at,
        finishedAt: null,
      };
      await manager.insert(AttemptEntity, begun);
      const [stored] = await this.rows.attemptsOf(manager, [begun]);
      return stored;
    });
  }

  async find(tenantId: string, attemptId: string): Promise<StoredAttempt | undefined> {
    const { manager } = this.dataSource;
    const rows = await manager.findBy(AttemptEntity, { tenantId, attemptId });
    return (await this.rows.attemptsOf(manager, rows))[0];
  }

  take(
    tenantId: string,
    attemptId: string,
    decide: Parameters<AttemptStore['take']>[2],
  ): Promise<StoredAttempt | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const found = await manager.findOneBy(AttemptEntity, { tenantId, attemptId });
      if (found === null) return undefined;
      const { assignmentId, contextId, learnerId } = found;
      const assignment = await lockAssignment(manager, { tenantId, assignmentId }, 'pessimistic_read');
      const locked = await manager.find(AttemptEntity, {
        where: { tenantId, assignmentId, contextId, learnerId },
        order: { number: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const all = await this.rows.attemptsOf(manager, locked);
      const attempt = all.find((each) => each.attemptId === attemptId);
      if (assignment === null || attempt === undefined) return undefined;
      const taken = decide(attempt, this.assignments.assignmentOf(assignment), all);
      if (taken === null) return attempt;
      const { finishedAt, score, told, ...step } = taken;
      const position = attempt.steps.length + 1;
      await manager.insert(
        AttemptStepEntity,
        this.rows.rowOf({ tenantId, attemptId, position }, step) as never,
      );
      if (finishedAt !== null) await manager.update(AttemptEntity, { tenantId, attemptId }, { finishedAt });
      if (told !== null) await sendStep(manager, told);
      if (score !== null) await sendScore(manager, score);
      return { ...attempt, finishedAt, steps: [...attempt.steps, step] };
    });
  }

  async ofLearner(
    tenantId: string,
    learnerId: string,
    { limit, before, assignmentId }: Parameters<AttemptStore['ofLearner']>[2],
  ): Promise<readonly StoredAttempt[]> {
    const { manager } = this.dataSource;
    const rows = await manager.find(AttemptEntity, {
      where: {
        tenantId,
        learnerId,
        ...(before === undefined ? {} : { attemptId: LessThan(before) }),
        ...(assignmentId === undefined ? {} : { assignmentId }),
      },
      order: { attemptId: 'DESC' },
      take: limit,
    });
    return this.rows.attemptsOf(manager, rows);
  }

  async byLink(
    { tenantId, assignmentId }: AssignmentRef,
    { learnerId, linkId }: Parameters<AttemptStore['byLink']>[1],
  ): Promise<Attempts> {
    const { manager } = this.dataSource;
    const rows = await manager.find(AttemptEntity, {
      where: { tenantId, assignmentId, learnerId, contextId: linkId ?? assignmentId },
      order: { number: 'ASC' },
    });
    return this.rows.attemptsOf(manager, rows);
  }

  async unfinishedAt(
    tenantId: string,
    learnerId: string,
    caseId: string,
  ): Promise<readonly { attempt: StoredAttempt; assignment: StoredAssignment }[]> {
    const { manager } = this.dataSource;
    const rows = await manager
      .createQueryBuilder(AttemptEntity, 'a')
      .innerJoin(AssignmentEntity, 's', 's.assignmentId = a.assignmentId')
      .where('a.tenantId = :tenantId AND a.learnerId = :learnerId AND a.finishedAt IS NULL', {
        tenantId,
        learnerId,
      })
      .andWhere('s.tenantId = :tenantId AND s.caseId = :caseId', { caseId })
      .getMany();
    const assignments = await manager.findBy(AssignmentEntity, {
      assignmentId: In(rows.map(({ assignmentId }) => assignmentId)),
    });
    const attempts = await this.rows.attemptsOf(manager, rows);
    return attempts.flatMap((attempt) => {
      const row = assignments.find(({ assignmentId }) => assignmentId === attempt.assignmentId);
      return row === undefined ? [] : [{ attempt, assignment: this.assignments.assignmentOf(row) }];
    });
  }

  async ofAssignment(
    { tenantId, assignmentId }: AssignmentRef,
    { limit, after, agreeing, courseId }: Parameters<AttemptStore['ofAssignment']>[1],
  ): Promise<readonly AttemptsOfLearner[]> {
    const { manager } = this.dataSource;
    const first = await manager.query<FirstRow[]>(
      `SELECT a.learner_id AS "learnerId", a.context_id AS "contextId", l.pseudonym, l.name, ${AGREES} AS agrees
         ${FIRST_ATTEMPTS} AND ($3::uuid IS NULL OR a.attempt_id > $3::uuid) AND (NOT $4 OR ${AGREES})
          AND ${fromCourse('a.context_id', '$6')}
        ORDER BY a.attempt_id LIMIT $5`,
      [tenantId, assignmentId, after ?? null, agreeing, limit, courseId ?? null],
    );
    const attempts = await this.attemptsOf(manager, assignmentId, first);
    return first.map(({ contextId, name, ...who }) => ({
      ...who,
      name: this.nameOf(tenantId, who.learnerId, name),
      attempts: attempts.filter(
        (each) => each.learnerId === who.learnerId && (each.linkId ?? assignmentId) === contextId,
      ),
    }));
  }

  async disagreeing(
    { tenantId, assignmentId }: AssignmentRef,
    courseId: string | undefined,
  ): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count ${FIRST_ATTEMPTS} AND NOT ${AGREES}
         AND ${fromCourse('a.context_id', '$3')}`,
      [tenantId, assignmentId, courseId ?? null],
    );
    return row?.count ?? 0;
  }

  async agrees(tenantId: string, learnerId: string): Promise<boolean> {
    const [row] = await this.dataSource.query<{ agrees: boolean }[]>(
      `SELECT ${AGREES} AS agrees FROM learners l WHERE l.tenant_id = $1 AND l.id = $2`,
      [tenantId, learnerId],
    );
    return row?.agrees ?? false;
  }

  async whoIs(tenantId: string, learnerId: string): Promise<Who | undefined> {
    const row = await this.dataSource.manager.findOneBy(LearnerEntity, { tenantId, id: learnerId });
    if (row === null) return undefined;
    return { pseudonym: row.pseudonym, name: this.nameOf(tenantId, learnerId, row.name) };
  }

  private async attemptsOf(
    manager: EntityManager,
    assignmentId: string,
    of: readonly FirstRow[],
  ): Promise<StoredAttempt[]> {
    const rows = await manager.find(AttemptEntity, {
      where: { assignmentId, learnerId: In(of.map(({ learnerId }) => learnerId)) },
      order: { number: 'ASC' },
    });
    return this.rows.attemptsOf(manager, rows);
  }

  private nameOf(tenantId: string, learnerId: string, name: Sealed | null): string | null {
    if (name === null) return null;
    return this.sealer.openIfWhole(name, SEAL_PLACES.learnerName(tenantId, learnerId), z.string()) ?? null;
  }
}
