import { type ScoreReleasedPayload } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { type MigratedDatabase } from '@openrounds/testing';
import { GradeEntity } from '../../src/persistence/entities/grade.entity';
import { TypeOrmErasures } from '../../src/persistence/typeorm-erasures';
import { TypeOrmGrades } from '../../src/persistence/typeorm-grades';
import { aLink } from '../fixtures/launches';
import { registration } from '../fixtures/registrations';
import { openDatabase, storesIn } from '../fixtures/stores';

describe('grades in Postgres', () => {
  let opened: MigratedDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());

  const AT = new Date('2026-11-22T12:00:00.123Z');
  const LATER = new Date(AT.getTime() + 1_000);
  const tenantId = 'school';

  /** A learner at a link of a platform of their own. */
  async function aPair() {
    const { courses, platforms, learners } = storesIn(opened);
    const platformId = newId();
    const issuer = `https://${platformId}.example`;
    await platforms.register(tenantId, platformId, registration({ issuer }), AT);
    const { id: deploymentId } = await courses.see({ tenantId, id: platformId }, '7', AT, AT);
    const { id: linkId } = await courses.openLink(aLink({ deploymentId }), AT);
    const named = { tenantId, issuer, subject: 'user-17', testUser: false };
    return { platformId, linkId, learnerId: await learners.admit(named, AT) };
  }
  type Pair = Pick<ScoreReleasedPayload, 'linkId' | 'learnerId'>;
  const receive = ({ linkId, learnerId }: Pair, version: number) =>
    new TypeOrmGrades(opened.dataSource).receive(
      {
        ...{ meta: { tenantId, requestId: 'r' }, linkId, learnerId, version, score: 0.7 },
        ...{ activityProgress: 'Completed', gradingProgress: 'FullyGraded', submittedAt: AT.toISOString() },
      },
      newId(),
      AT,
    );
  const rowsOf = ({ learnerId }: Pair) =>
    opened.dataSource.manager.find(GradeEntity, { where: { learnerId }, order: { version: 'ASC' } });
  const asked = (): Promise<{ learnerId: string }[]> =>
    opened.dataSource.query(
      `SELECT payload->>'learnerId' AS "learnerId" FROM outbox WHERE queue = 'teaching' AND job = 'erase-learner.v1'`,
    );

  it('a score is kept once, a newer version takes its place and is stamped later', async () => {
    const of = await aPair();
    for (const version of [1, 1, 3, 2]) await receive(of, version);
    const rows = await rowsOf(of);
    expect(rows.map(({ version, state }) => [version, state])).toEqual([
      [1, 'superseded'],
      [2, 'superseded'],
      [3, 'waiting'],
    ]);
    expect(rows.map(({ stamp }) => stamp.getTime() - AT.getTime())).toEqual([0, 2, 1]);
  });

  it('of versions that come at once the newest stays', async () => {
    const of = await aPair();
    await Promise.all([4, 2, 1, 3, 2, 4].map((version) => receive(of, version)));
    const rows = await rowsOf(of);
    expect(rows.filter(({ state }) => state === 'waiting').map(({ version }) => version)).toEqual([4]);
    expect(new Set(rows.map(({ stamp }) => stamp.getTime())).size).toBe(4);
  });

  it('an erased learner has no scores, and none comes after', async () => {
    const of = await aPair();
    await receive(of, 1);
    await new TypeOrmErasures(opened.dataSource).erase(tenantId, of.learnerId);
    await receive(of, 2);
    expect(await rowsOf(of)).toEqual([]);
    expect(await storesIn(opened).learners.find(tenantId, of.learnerId)).toBeUndefined();
    expect(await asked()).toEqual([]);
  });

  it('with a platform its learners go; teaching is asked, again until it acknowledges', async () => {
    const erasures = new TypeOrmErasures(opened.dataSource);
    const of = await aPair();
    const { learnerId } = of;
    await receive(of, 1);
    await storesIn(opened).platforms.remove(tenantId, of.platformId);
    expect(await rowsOf(of)).toEqual([]);
    expect(await asked()).toEqual([{ learnerId }]);
    const soon = new Date(Date.now() + 60_000);
    expect(await erasures.askAgain(AT, 'r', soon)).toBe(0);
    expect(await erasures.askAgain(soon, 'r', soon)).toBe(1);
    expect(await asked()).toHaveLength(2);
    await erasures.acknowledge(tenantId, learnerId);
    expect(await erasures.askAgain(new Date(soon.getTime() + 1), 'r', soon)).toBe(0);
  });

  it('whoever was not launched for long is erased, and settled scores are forgotten', async () => {
    const of = await aPair();
    await receive(of, 1);
    await receive(of, 2);
    const grades = new TypeOrmGrades(opened.dataSource);
    await grades.purge(LATER);
    expect((await rowsOf(of)).map(({ version }) => version)).toEqual([2]);
    const erasures = new TypeOrmErasures(opened.dataSource);
    expect(await erasures.eraseUnseen(AT, 'r', LATER)).toBe(0);
    expect(await erasures.eraseUnseen(LATER, 'r', LATER)).toBeGreaterThan(0);
    expect(await rowsOf(of)).toEqual([]);
    expect(await asked()).toContainEqual({ learnerId: of.learnerId });
  });
});
