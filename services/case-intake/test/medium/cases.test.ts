import {
  eventually,
  openMigratedDatabase,
  rowsOfSchema,
  testSealer,
  type MigratedDatabase,
} from '@openrounds/testing';
import { SealBroken } from '@openrounds/platform';
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

  it('lists the others where the seal of one case is broken, and says which one that is', async () => {
    const [first, broken, last] = caseVersions.buildList(3, { tenantId: 'broken' });
    for (const version of [first, broken, last]) if (version !== undefined) await cases.add(version);
    await opened.dataSource.query(
      'UPDATE case_versions SET content = (SELECT content FROM case_versions WHERE case_id = $1) WHERE case_id = $2',
      [first?.caseId, broken?.caseId],
    );
    expect(await cases.list('broken', 10)).toEqual([
      { caseId: last?.caseId, newest: last },
      { caseId: broken?.caseId, newest: undefined },
      { caseId: first?.caseId, newest: first },
    ]);
    await expect(cases.find('broken', broken?.caseId ?? '')).rejects.toThrow(SealBroken);
  });

  it('waits, with a result, for the case that is being emptied, and keeps no quotation of it', async () => {
    const version = caseVersions.build({ tenantId: 'racing' });
    await cases.add(version);
    const late = resultOf(version);
    const retention = opened.dataSource.createQueryRunner();
    const statesOf = (): Promise<{ state: string }[]> =>
      opened.dataSource.query(
        `SELECT coalesce(wait_event_type, '-') AS state FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
    await retention.startTransaction();
    try {
      await retention.query('UPDATE case_versions SET narrative_kept = false WHERE case_id = $1', [
        version.caseId,
      ]);
      await retention.query('DELETE FROM intake_results WHERE case_id = $1', [version.caseId]);
      let isSaved = false;
      const saved = cases.saveResult(late, undefined).finally(() => (isSaved = true));
      await eventually(
        'the result is held up, or saved',
        async () => isSaved || (await statesOf()).length > 0,
      );
      await retention.commitTransaction();
      expect(await saved).toBe('stored');
    } finally {
      await retention.release();
    }
    const kept = await cases.findResult('racing', late.runId);
    expect(JSON.stringify(kept)).not.toMatch(/breath|flight|worried|Tuesday|D-dimer 2/);
  });
});
