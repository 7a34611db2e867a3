import { createDataSource } from '@openrounds/persistence';
import { isInfrastructureFault } from '@openrounds/queue';
import {
  commitOf,
  LosingProxy,
  openMigratedDatabase,
  type Lost,
  type MigratedDatabase,
} from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmRankings } from '../../src/persistence/typeorm-rankings';
import { rankings } from '../fixtures/rankings';

describe('a connection that is lost while a ranking is stored', () => {
  let opened: MigratedDatabase;
  let proxy: LosingProxy;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'ddx_ranking',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
    proxy = await LosingProxy.open(opened.database.url('ddx_ranking'));
  });

  afterAll(async () => {
    await proxy.close();
    await opened.close();
  });

  it.each<Lost>(['answer', 'statement'])(
    'with the %s of what stores it is an outage, and the job then has its one ranking',
    async (lost) => {
      const dataSource = await createDataSource({
        url: proxy.url,
        schema: 'ddx_ranking',
        entities: ENTITIES,
        migrations: [],
      }).initialize();
      const store = new TypeOrmRankings(dataSource);
      const ranking = rankings.build();
      const struck = proxy.loseAt(commitOf('INSERT INTO rankings'), lost);
      const failure: unknown = await store.save(ranking, null).catch((error: unknown) => error);
      await struck;
      expect(isInfrastructureFault(failure)).toBe(true);

      const left = await store.find(ranking.tenantId, ranking.runId);
      expect(left).toEqual(lost === 'answer' ? ranking : undefined);
      const again = { ...ranking, rankedAt: new Date(ranking.rankedAt.getTime() + 1_000) };
      expect(await store.save(again, null)).toBe('stored');
      expect(await store.find(ranking.tenantId, ranking.runId)).toEqual(left ?? again);
      await dataSource.destroy();
    },
  );
});
