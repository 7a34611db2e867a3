import { openMigratedDatabase, rowsOfSchema, testSealer, type MigratedDatabase } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { TypeOrmCases } from '../../src/persistence/typeorm-cases';
import { itKeepsCases } from '../conformance/case-store';
import { caseVersions, resultOf } from '../fixtures/cases';

describe('the store of cases in Postgres', () => {
  let opened: MigratedDatabase;
  let cases: TypeOrmCases;

  beforeAll(async () => {
    opened = await openMigratedDatabase({
      schema: 'case_intake',
      entities: ENTITIES,
      migrations: MIGRATIONS,
    });
    cases = new TypeOrmCases(opened.dataSource, testSealer());
  });

  afterAll(() => opened.close());

  itKeepsCases(() => cases);

  it('holds no word of a case in clear', async () => {
    const version = caseVersions.build();
    await cases.saveResult(resultOf(version), version);
    const rows = (await rowsOfSchema(opened.database.url(), 'case_intake')).join('\n');
    expect(rows).toContain(version.caseId);
    expect(rows).not.toMatch(/traveller|breath|flight|worried|Tuesday|night/);
  });
});
