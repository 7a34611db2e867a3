import { type AppendRecordPayload } from '@openrounds/contracts';
import { openMigratedDatabase, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmDocuments } from '../../src/persistence/typeorm-documents';
import { itKeepsDocuments } from '../conformance/document-store';
import { newDocuments, passagesOf } from '../fixtures/documents';

describe('the store of documents in Postgres', () => {
  let opened: MigratedDatabase;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'guideline_retrieval',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
  });

  afterAll(() => opened.close());

  itKeepsDocuments(() => ({
    store: new TypeOrmDocuments(opened.dataSource),
    logged: async () => {
      const sent = await opened.dataSource.query<{ payload: AppendRecordPayload }[]>(
        `SELECT payload FROM outbox WHERE queue = 'explanation-log' AND job = 'append-record.v1' ORDER BY id`,
      );
      return sent.map(({ payload }) => payload);
    },
  }));

  it('lets go of what came in part, a day later', async () => {
    const store = new TypeOrmDocuments(opened.dataSource);
    const givenUp = newDocuments.build();
    await store.add('school', givenUp, new Date('2026-11-20T09:00:00.000Z'));
    await store.addPassages('school', passagesOf(givenUp).slice(0, 1), new Date());
    await store.add('school', newDocuments.build(), new Date('2026-11-21T10:00:00.000Z'));
    expect(await store.addPassages('school', passagesOf(givenUp), new Date())).toBeUndefined();
    expect(await store.passagesOf('school', [givenUp.id])).toEqual([]);
  });
});
