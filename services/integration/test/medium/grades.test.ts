import { type ScoreReleasedPayload } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { GradeEntity } from '../../src/persistence/entities/grade.entity';
import { PendingErasureEntity } from '../../src/persistence/entities/pending-erasure.entity';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmErasures } from '../../src/persistence/typeorm-erasures';
import { TypeOrmGrades } from '../../src/persistence/typeorm-grades';

describe('grades in Postgres', () => {
  let opened: MigratedDatabase;
  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'integration',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });
  afterAll(() => opened.close());

  const AT = new Date('2026-11-22T12:00:00.123Z');
  const tenantId = 'school';
  const scoreOf = (version: number, of = { linkId: newId(), learnerId: newId() }) => ({
    ...of,
    version,
    score: 0.7,
    activityProgress: 'Completed' as const,
    gradingProgress: 'FullyGraded' as const,
    submittedAt: AT.toISOString(),
  });
  const receive = (score: Omit<ScoreReleasedPayload, 'meta'>) =>
    new TypeOrmGrades(opened.dataSource).receive(score, { tenantId, id: newId(), at: AT });
  const rowsOf = ({ learnerId }: { learnerId: string }) =>
    opened.dataSource.manager.find(GradeEntity, { where: { learnerId }, order: { version: 'ASC' } });

  it('a score is kept once, a newer version takes its place and is stamped later', async () => {
    const of = { linkId: newId(), learnerId: newId() };
    for (const version of [1, 1, 3, 2]) await receive(scoreOf(version, of));
    const rows = await rowsOf(of);
    expect(rows.map(({ version, state }) => [version, state])).toEqual([
      [1, 'superseded'],
      [2, 'superseded'],
      [3, 'waiting'],
    ]);
    expect(rows.map(({ stamp }) => stamp.getTime() - AT.getTime())).toEqual([0, 2, 1]);
  });

  it('of versions that come at once the newest stays', async () => {
    const of = { linkId: newId(), learnerId: newId() };
    await Promise.all([4, 2, 1, 3, 2, 4].map((version) => receive(scoreOf(version, of))));
    const rows = await rowsOf(of);
    expect(rows.filter(({ state }) => state === 'waiting').map(({ version }) => version)).toEqual([4]);
    expect(new Set(rows.map(({ stamp }) => stamp.getTime())).size).toBe(4);
  });

  it('an erased learner has no scores; teaching is asked again until it acknowledges', async () => {
    const erasures = new TypeOrmErasures(opened.dataSource);
    const score = scoreOf(1);
    await receive(score);
    await erasures.erase(tenantId, score.learnerId);
    expect(await rowsOf(score)).toEqual([]);

    const { learnerId } = score;
    await opened.dataSource.manager.insert(PendingErasureEntity, { tenantId, learnerId, askedAt: AT });
    const later = new Date(AT.getTime() + 1_000);
    expect(await erasures.askAgain(AT, 'r', later)).toBe(0);
    expect(await erasures.askAgain(later, 'r', later)).toBe(1);
    expect(await erasures.askAgain(later, 'r', later)).toBe(0);
    const [message] = await opened.dataSource.query(
      `SELECT queue, job, payload->>'learnerId' AS "learnerId" FROM outbox`,
    );
    expect(message).toEqual({ queue: 'teaching', job: 'erase-learner.v1', learnerId });
    await erasures.acknowledge(tenantId, learnerId);
    expect(await erasures.askAgain(new Date(later.getTime() + 1), 'r', later)).toBe(0);
  });
});
