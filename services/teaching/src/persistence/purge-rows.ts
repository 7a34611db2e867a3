import { type AppendErasurePayload } from '@openrounds/contracts';
import { type DataSource } from 'typeorm';
import { type PurgedRows } from '../ports/purged-rows';
import { logErasure } from './log-record';

interface PurgedRow {
  readonly tenantId: string;
  readonly id: string;
}

/** A table of whose rows the log is told that they were deleted. */
interface Recorded {
  readonly table: string;
  /** The column of their ids. */
  readonly id: string;
  readonly recordOf: (row: PurgedRow) => AppendErasurePayload;
}

/**
 * Deletes rows by table, in the order that is given and in one transaction.
 *
 * @param conditions by table, in SQL, with `$1` for the moment
 * @param recorded of one of them, what the log is told, by the same transaction
 */
export const purgeRows = (
  dataSource: DataSource,
  before: Date,
  conditions: Readonly<Record<string, string>>,
  recorded?: Recorded,
): Promise<PurgedRows> =>
  dataSource.transaction(async (manager) => {
    const purged: Record<string, number> = {};
    for (const [table, condition] of Object.entries(conditions)) {
      const told = recorded?.table === table ? recorded : undefined;
      const returning = told === undefined ? '' : ` RETURNING tenant_id AS "tenantId", ${told.id} AS id`;
      const [rows, count] = await manager.query<[PurgedRow[], number]>(
        `DELETE FROM ${table} WHERE ${condition}${returning}`,
        [before],
      );
      purged[table] = count;
      if (told !== undefined) for (const row of rows) await logErasure(manager, told.recordOf(row));
    }
    return purged;
  });
