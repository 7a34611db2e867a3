import { type EraseLearnerPayload, type RankFactsPayload } from '@openrounds/contracts';
import { rewrapSeals } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { openMigratedDatabase, testSealer, type MigratedDatabase } from '@openrounds/testing';
import { caseErased } from '../../src/model/erasure-records';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { SEALED_COLUMNS } from '../../src/persistence/sealed-columns';
import { TypeOrmAnswers } from '../../src/persistence/typeorm-answers';
import { TypeOrmCases } from '../../src/persistence/typeorm-cases';
import { TypeOrmClasses } from '../../src/persistence/typeorm-classes';
import { TypeOrmComments } from '../../src/persistence/typeorm-comments';
import { TypeOrmForecasts } from '../../src/persistence/typeorm-forecasts';
import { TypeOrmLearners } from '../../src/persistence/typeorm-learners';
import { TypeOrmRooms } from '../../src/persistence/typeorm-rooms';
import { itKeepsCases } from '../conformance/case-store';
import { itKeepsForecasts } from '../conformance/forecast-store';
import { itPlaysHistories } from '../conformance/histories';
import { itKeepsPeople } from '../conformance/people-stores';
import { itKeepsRooms } from '../conformance/rooms';
import { aBody, aCase, AUTHOR, aVersion, META } from '../fixtures/cases';

describe('the stores of teaching in Postgres', () => {
  let opened: MigratedDatabase;
  const cases = (sealer = testSealer()) => new TypeOrmCases(opened.dataSource, sealer);
  const logged = async (): Promise<string[]> =>
    (
      await opened.dataSource.query<{ id: string }[]>(
        `SELECT payload->>'recordId' AS id FROM outbox WHERE job IN ('append-record.v1', 'append-erasure.v1') ORDER BY outbox.id`,
      )
    ).map(({ id }) => id);
  const sent = async (): Promise<RankFactsPayload[]> =>
    (
      await opened.dataSource.query<{ payload: RankFactsPayload }[]>(
        `SELECT payload FROM outbox WHERE job = 'rank-facts.v1' ORDER BY id`,
      )
    ).map(({ payload }) => payload);

  beforeAll(async () => {
    opened = await openMigratedDatabase({ schema: 'teaching', entities: ENTITIES, migrations: MIGRATIONS });
  });
  afterAll(() => opened.close());

  describe('cases', () => {
    itKeepsCases(() => ({ store: cases(), logged }));

    it('asks the engine about each stage in the transaction that stores a version, and not twice', async () => {
      const given = await aCase();
      await cases().add(given);
      await cases().add(given);
      const refuse = (): never => {
        throw new Error('refused');
      };
      await expect(cases().change('school', given.caseId, refuse)).rejects.toThrow('refused');
      const ids = given.version.forecasts.map(({ id }) => id);
      const asked = (await sent()).filter(({ forecastId }) => ids.includes(forecastId));
      expect(asked.map(({ epoch, facts }) => [epoch, facts.observed.length])).toEqual([
        [0, 2],
        [0, 4],
      ]);
    });

    it('erases forecasts with the last case of their content', async () => {
      const body = aBody();
      const [one, two] = [await aCase({ body }), await aCase({ body })];
      for (const each of [one, two]) await cases().add(each);
      const [{ id } = { id: '' }] = one.version.forecasts;
      const forecasts = new TypeOrmForecasts(opened.dataSource);
      const known = async () => (await forecasts.find('school', [id], new Date())).size;
      const at = new Date();
      await cases().erase('school', one.caseId, caseErased(META, one, AUTHOR, at));
      expect(await known()).toBe(1);
      await cases().erase('school', two.caseId, caseErased(META, two, AUTHOR, at));
      expect(await known()).toBe(0);
    });

    it('leaves out of a list what cannot be opened, and opens everything after a rotation of keys', async () => {
      const keys = { kek: Buffer.alloc(32, 1), next: Buffer.alloc(32, 2) };
      const before = new Sealer({ current: 'kek', keys: new Map(Object.entries(keys)) });
      const after = new Sealer({ current: 'next', keys: new Map(Object.entries(keys)) });
      const only = new Sealer({ current: 'next', keys: new Map([['next', keys.next]]) });
      const given = { ...(await aCase({ note: 'first' })), tenantId: 'rotating' };
      await cases(before).add(given);
      const review = {
        version: 1,
        reviewer: 'b',
        verdict: 'agree',
        comment: 'good',
        at: new Date(),
      } as const;
      await cases(before).change('rotating', given.caseId, () => ({ review }));
      expect(await cases(only).list('rotating', { limit: 9 })).toEqual([]);
      await opened.dataSource.query(`DELETE FROM case_reviews WHERE tenant_id <> 'rotating'`);
      await opened.dataSource.query(`DELETE FROM case_versions WHERE tenant_id <> 'rotating'`);
      await rewrapSeals(opened.dataSource, after, SEALED_COLUMNS, {});
      expect(await cases(only).list('rotating', { limit: 9 })).toHaveLength(1);
      expect(await cases(only).find('rotating', given.caseId)).toMatchObject({
        versions: [{ note: 'first' }],
        reviews: [{ comment: 'good' }],
      });
      expect(await cases(only).readBody('rotating', given.caseId, 1)).toEqual(given.version.body);
    });
  });

  describe('forecasts', () => {
    itKeepsForecasts(() => ({
      store: new TypeOrmForecasts(opened.dataSource),
      sent: async () => (await sent()).map(({ forecastId }) => forecastId),
    }));

    it('asks again as another job', async () => {
      const [request] = (await aVersion()).forecasts;
      if (request === undefined) throw new Error('a stage');
      const store = new TypeOrmForecasts(opened.dataSource);
      await store.ask([request], new Date('2026-11-20T09:00:00.000Z'));
      await store.ask([request], new Date('2026-11-20T09:02:00.000Z'));
      const asked = (await sent()).filter(({ forecastId }) => forecastId === request.id);
      expect(asked.map(({ epoch }) => epoch)).toEqual([0, 1]);
    });
  });

  describe('rooms', () => {
    itKeepsRooms(() => ({
      rooms: new TypeOrmRooms(opened.dataSource, testSealer()),
      answers: new TypeOrmAnswers(opened.dataSource, testSealer()),
      comments: new TypeOrmComments(opened.dataSource, testSealer()),
      logged,
    }));

    itPlaysHistories(
      () => ({
        rooms: new TypeOrmRooms(opened.dataSource, testSealer()),
        answers: new TypeOrmAnswers(opened.dataSource, testSealer()),
        comments: new TypeOrmComments(opened.dataSource, testSealer()),
      }),
      6,
    );
  });

  describe('people', () => {
    itKeepsPeople(() => ({
      classes: new TypeOrmClasses(opened.dataSource, testSealer()),
      learners: new TypeOrmLearners(opened.dataSource, testSealer()),
      told: async () => {
        const rows = await opened.dataSource.query<{ payload: EraseLearnerPayload }[]>(
          `SELECT payload FROM outbox WHERE job = 'erase-learner.v1' ORDER BY id`,
        );
        return rows.map(({ payload }) => payload.subject);
      },
      logged,
    }));
  });
});
