import { type DataSource } from 'typeorm';
import { type PurgedRows } from '../ports/purged-rows';

/**
 * Deletes rows by table, in the order that is given and in one transaction.
 *
 * @param conditions by table, in SQL, with `$1` for the moment
 */
export const purgeRows = (
  dataSource: DataSource,
  before: Date,
  conditions: Readonly<Record<string, string>>,
): Promise<PurgedRows> =>
  dataSource.transaction(async (manager) => {
    const purged: Record<string, number> = {};
    for (const [table, condition] of Object.entries(conditions)) {
      const [, count] = await manager.query<[unknown, number]>(`DELETE FROM ${table} WHERE ${condition}`, [
        before,
      ]);
      purged[table] = count;
    }
    return purged;
  });
