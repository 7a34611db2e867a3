import { createHash } from 'node:crypto';
import { type Pool, type QueryConfig, type QueryResult } from 'pg';
import { byDatabaseTime } from './database-time';
import { tellingWhatIsLeft } from './what-is-left';

/**
 * Makes a pool whose statements are few and constant, as BullMQ's are, send each as a prepared one: Postgres then parses and
 * plans it once for a connection instead of each time. Times are the database's ({@link byDatabaseTime}), and a claim tells what is left
 * ({@link tellingWhatIsLeft}).
 */
export function prepareStatements(pool: Pool): void {
  const known = new Map<string, Readonly<{ name: string; text: string }>>();
  const send: (config: QueryConfig) => Promise<QueryResult> = pool.query.bind(pool);
  const prepared = (text: string, values: unknown[] = []) => {
    const statement = known.get(text) ?? statementOf(text);
    known.set(text, statement);
    return send({ ...statement, values });
  };
  pool.query = prepared as Pool['query'];
}

function statementOf(given: string) {
  const text = tellingWhatIsLeft(byDatabaseTime(given));
  return { name: `openrounds-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text };
}
