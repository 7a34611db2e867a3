import { Inject, Injectable } from '@nestjs/common';
import { type GradeState, type ScoreReleasedPayload } from '@openrounds/contracts';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { In, LessThan, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { FRESH, RESENDABLE, sendAgain, SUPERSEDABLE, type GradeProgress } from '../model/grade-progress';
import { type GradeFilter, type GradeStore, type ListedGrade, type StoredGrade } from '../ports/grade-store';
import { GradeColumnEntity } from './entities/grade-column.entity';
import { GradeEntity } from './entities/grade.entity';
import { LearnerEntity } from './entities/learner.entity';
import { listGrades } from './list-grades';
import { OUTBOX } from './outbox';

/** What is to be sent now, with `$now`; a score that is found in `sending` was cut off, since nobody else sends. */
const DUE = `(state IN ('waiting', 'sending') OR (state = 'retrying' AND next_try_at <= :now))`;
/** Nothing follows out of these by itself. */
const SETTLED: readonly GradeState[] = ['delivered', 'superseded', 'not-wanted', 'needs-attention'];
const BATCH = 1_000;

@Injectable()
export class TypeOrmGrades implements GradeStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  receive(score: ScoreReleasedPayload, id: string, at: Date): Promise<void> {
    const { meta, linkId, learnerId, version, submittedAt: _submitted, ...scored } = score;
    const pair = { tenantId: meta.tenantId, linkId, learnerId };
    return inTransaction(this.dataSource, async (manager) => {
      const platformId = await platformOfPair(manager, pair);
      if (platformId === undefined) return;
      await lockPair(manager, pair);
      const others = await manager.findBy(GradeEntity, pair);
      if (others.some((each) => each.version === version)) return;
      const last = others.reduce((latest, { stamp }) => Math.max(latest, stamp.getTime()), 0);
      const isNewest = others.every((each) => each.version < version);
      const row: GradeEntity = {
        ...{ ...pair, ...scored, ...FRESH, id, version, platformId, epoch: 0, changedAt: at },
        stamp: new Date(Math.max(at.getTime(), last + 1)),
        state: isNewest ? 'waiting' : 'superseded',
      };
      await manager.insert(GradeEntity, row);
      if (!isNewest) return;
      const older = { id: In(others.map((each) => each.id)), state: In(SUPERSEDABLE) };
      await manager.update(GradeEntity, older, { state: 'superseded', nextTryAt: null, changedAt: at });
      await askToSend(manager, row, meta.requestId);
    });
  }

  async platformOf(id: string): Promise<string | undefined> {
    return (await this.dataSource.manager.findOneBy(GradeEntity, { id }))?.platformId;
  }

  async next(platformId: string, now: Date): Promise<StoredGrade | undefined> {
    const row = await this.dataSource.manager
      .createQueryBuilder(GradeEntity, 'g')
      .where(`platform_id = :platformId AND ${DUE}`, { platformId, now })
      .orderBy('g.stamp', 'ASC')
      .addOrderBy('g.id', 'ASC')
      .limit(1)
      .getOne();
    return row ?? undefined;
  }

  async begin({ id, state }: StoredGrade, progress: GradeProgress, at: Date): Promise<boolean> {
    const changed = { ...progressOf(progress), changedAt: at };
    return (await this.dataSource.manager.update(GradeEntity, { id, state }, changed)).affected === 1;
  }

  async finish(id: string, at: Date, decide: Parameters<GradeStore['finish']>[2]): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const read = await manager.findOneBy(GradeEntity, { id });
      if (read === null) return;
      await lockPair(manager, read);
      const row = await manager.findOne(GradeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (row === null) return;
      const { linkId, learnerId, version } = row;
      const newer = { linkId, learnerId, version: MoreThan(version) };
      const after = decide(row, await manager.existsBy(GradeEntity, newer));
      await manager.update(GradeEntity, { id }, { ...progressOf(after), changedAt: at });
    });
  }

  async columnOf(linkId: string): Promise<string | null> {
    return (await this.dataSource.manager.findOneBy(GradeColumnEntity, { linkId }))?.url ?? null;
  }

  async keepColumn(linkId: string, url: string | null): Promise<void> {
    const { manager } = this.dataSource;
    if (url === null) await manager.delete(GradeColumnEntity, { linkId });
    else await manager.save(GradeColumnEntity, { linkId, url });
  }

  list(of: GradeFilter, limit: number, before: string | undefined): Promise<ListedGrade[]> {
    return listGrades(this.dataSource.manager, of, { limit, before });
  }

  async find(tenantId: string, id: string): Promise<ListedGrade | undefined> {
    return (await listGrades(this.dataSource.manager, { tenantId, id }, { limit: 1 }))[0];
  }

  sendAgain(of: Parameters<GradeStore['sendAgain']>[0], requestId: string, at: Date): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      const states = RESENDABLE;
      const listed = await listGrades(manager, { ...of, states }, { limit: BATCH });
      const rows = await manager.find(GradeEntity, {
        where: { id: In(listed.map(({ id }) => id)), state: In(states) },
        lock: { mode: 'pessimistic_write' },
      });
      for (const row of rows) {
        const again = { ...row, ...progressOf(sendAgain(row)), epoch: row.epoch + 1, changedAt: at };
        await manager.update(GradeEntity, { id: row.id }, again);
        await askToSend(manager, again, requestId);
      }
      return rows.length;
    });
  }

  drive(now: Date, lostBefore: Date, requestId: string): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      const heads = await manager
        .createQueryBuilder(GradeEntity, 'g')
        .distinctOn(['g.platformId'])
        .where(DUE, { now })
        .andWhere(`(g.state = 'retrying' OR g.changedAt < :lostBefore)`, { lostBefore })
        .andWhere(
          'NOT EXISTS (SELECT FROM platform_lanes p WHERE p.platform_id = g.platform_id AND p.paused_until > :now)',
        )
        .orderBy('g.platformId')
        .addOrderBy('g.stamp')
        .getMany();
      for (const head of heads) {
        const epoch = head.epoch + 1;
        await manager.update(GradeEntity, { id: head.id }, { epoch });
        await askToSend(manager, { ...head, epoch }, requestId);
      }
      return heads.length;
    });
  }

  async census(): ReturnType<GradeStore['census']> {
    return this.dataSource.manager
      .createQueryBuilder(GradeEntity, 'g')
      .select('g.state', 'state')
      .addSelect('count(*)::int', 'count')
      .addSelect('min(g.stamp)', 'since')
      .groupBy('g.state')
      .getRawMany<{ state: GradeState; count: number; since: Date }>();
  }

  async purge(before: Date): Promise<number> {
    const settled = { state: In(SETTLED), changedAt: LessThan(before) };
    return (await this.dataSource.manager.delete(GradeEntity, settled)).affected ?? 0;
  }
}

function progressOf(progress: GradeProgress): GradeProgress {
  const { state, tries, unsure, sentTwice, cause, status, nextTryAt, deliveredAt } = progress;
  return { state, tries, unsure, sentTwice, cause, status, nextTryAt, deliveredAt };
}

/** Of a learner and a link that are there. The learner stays until the transaction ends: whoever erases waits. */
async function platformOfPair(
  manager: EntityManager,
  { tenantId, linkId, learnerId }: Pick<GradeEntity, 'tenantId' | 'linkId' | 'learnerId'>,
): Promise<string | undefined> {
  const learner = { where: { tenantId, id: learnerId }, lock: { mode: 'pessimistic_read' as const } };
  if ((await manager.findOne(LearnerEntity, learner)) === null) return undefined;
  const [row] = await manager.query<{ platformId: string }[]>(
    `SELECT d.platform_id AS "platformId" FROM links l JOIN deployments d ON d.id = l.deployment_id
      WHERE l.tenant_id = $1 AND l.id = $2`,
    [tenantId, linkId],
  );
  return row?.platformId;
}

/** One at a time writes the scores of a learner at a link: of two versions that come at once one must see the other. */
const lockPair = (manager: EntityManager, { linkId, learnerId }: { linkId: string; learnerId: string }) =>
  manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`grade ${linkId} ${learnerId}`]);

const askToSend = (
  manager: EntityManager,
  { id, tenantId, version, epoch }: Pick<GradeEntity, 'id' | 'tenantId' | 'version' | 'epoch'>,
  requestId: string,
): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'integration',
    job: 'post-grade.v1',
    jobId: `grade-${id}-v${String(version)}-e${String(epoch)}`,
    payload: { meta: { tenantId, requestId }, gradeId: id },
  });
