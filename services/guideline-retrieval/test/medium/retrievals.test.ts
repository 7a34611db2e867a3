import { openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmRetrievals } from '../../src/persistence/typeorm-retrievals';
import { itKeepsRetrievals } from '../conformance/retrieval-store';

describe('the store of retrievals in Postgres', () => {
  let opened: MigratedDatabase;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'guideline_retrieval',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });

  afterAll(() => opened.close());

  itKeepsRetrievals(() => new TypeOrmRetrievals(opened.dataSource));
});
