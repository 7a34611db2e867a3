import { type Metrics } from '@openrounds/platform';
import { type PurgedRows } from '../ports/purged-rows';

/** Says in the metrics how many rows of each table were deleted. @returns how many rows that were */
export function countPurged({ purgedRows }: Pick<Metrics, 'purgedRows'>, purged: PurgedRows): number {
  const counts = Object.entries(purged);
  for (const [table, rows] of counts) purgedRows.inc({ table }, rows);
  return counts.reduce((sum, [, rows]) => sum + rows, 0);
}
