import { type QueryRunner } from 'typeorm';
import { AddPassageVectors1795430179733 } from '../../src/persistence/migrations/1795430179733-add-passage-vectors';
import { TypeOrmVectors } from '../../src/persistence/typeorm-vectors';
import { itKeepsVectors } from '../conformance/vector-store';
import { PgvectorDatabase } from '../doubles/pgvector';

describe('vectors in a Postgres with pgvector', () => {
  let database: PgvectorDatabase;

  beforeAll(async () => {
    database = await PgvectorDatabase.open();
    await new AddPassageVectors1795430179733().up({ query: database.query } as unknown as QueryRunner);
  });

  afterAll(() => database.close());

  itKeepsVectors(() => new TypeOrmVectors(database.dataSource));

  it('are ranked by it, and none is fetched', async () => {
    const before = database.asked.length;
    await new TypeOrmVectors(database.dataSource).nearest('any', [1, 0], ['a']);
    const asked = database.asked.slice(before);
    expect(asked.filter((sql) => sql.includes('<=>'))).toHaveLength(1);
    expect(asked.filter((sql) => sql.includes('array_send'))).toEqual([]);
  });
});
