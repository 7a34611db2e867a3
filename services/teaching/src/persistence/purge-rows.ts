import { type AppendErasurePayload } from '@openrounds/contracts';
import { type DataSource } from 'typeorm';
import { type PurgedRows } from '../ports/purged-rows';
import { logErasure } from './log-record';

/** What the log is told of rows that are deleted. */
interface Recorded<Row> {
  /** Finds, and locks, what it is told of, in SQL, with `$1` for the moment. */
  readonly select: string;
  readonly recordOf: (row: Row) => AppendErasurePayload;
}

/**
 * Deletes rows by table, in the order that is given and in one transaction.
 *
 * @param conditions by table, in SQL, with `$1` for the moment
 * @param recorded what the log is told first, by the same transaction
 */
export const purgeRows = <Row>(
  dataSource: DataSource,
  before: Date,
  conditions: Readonly<Record<string, string>>,
  recorded?: Recorded<Row>,
): Promise<PurgedRows> =>
  dataSource.transaction(async (manager) => {
    if (recorded !== undefined)
      for (const row of await manager.query<Row[]>(recorded.select, [before]))
        await logErasure(manager, recorded.recordOf(row));
    const purged: Record<string, number> = {};
    for (const [table, condition] of Object.entries(conditions)) {
      const [, count] = await manager.query<[unknown[], number]>(`DELETE FROM ${table} WHERE ${condition}`, [
        before,
      ]);
      purged[table] = count;
    }
    return purged;
  });
