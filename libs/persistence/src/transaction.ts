import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';

/** Postgres' codes for a transaction that lost against another and may simply be repeated. */
const REPEATABLE = new Set(['40001', '40P01']); // serialization_failure, deadlock_detected
const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction, and again (up to four times in all) when Postgres ended it for another's sake.
 * So `work` must change nothing but the database.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRepeatable(error)) throw error;
    }
  }
}

function isRepeatable(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && REPEATABLE.has(code);
}
