import { openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmVectors } from '../../src/persistence/typeorm-vectors';
import { itKeepsVectors } from '../conformance/vector-store';

describe('vectors in Postgres', () => {
  let opened: MigratedDatabase;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'guideline_retrieval',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });

  afterAll(() => opened.close());

  itKeepsVectors(() => new TypeOrmVectors(opened.dataSource));
});
