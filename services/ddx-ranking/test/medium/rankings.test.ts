import { openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmRankings } from '../../src/persistence/typeorm-rankings';
import { itKeepsRankings } from '../conformance/ranking-store';

describe('the store of rankings in Postgres', () => {
  let opened: MigratedDatabase;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'ddx_ranking',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });

  afterAll(() => opened.close());

  itKeepsRankings(() => new TypeOrmRankings(opened.dataSource));
});
