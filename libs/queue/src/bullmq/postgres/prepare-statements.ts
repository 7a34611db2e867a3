import { createHash } from 'node:crypto';
import { type Pool, type QueryConfig, type QueryResult } from 'pg';

/**
 * Makes a pool whose statements are few and constant, as BullMQ's are, send each as a prepared one: Postgres then parses and
 * plans it once for a connection instead of each time.
 */
export function prepareStatements(pool: Pool): void {
  const names = new Map<string, string>();
  const send: (config: QueryConfig) => Promise<QueryResult> = pool.query.bind(pool);
  const prepared = (text: string, values: unknown[] = []) => {
    const name = names.get(text) ?? nameOf(text);
    names.set(text, name);
    return send({ name, text, values });
  };
  pool.query = prepared as Pool['query'];
}

const nameOf = (text: string) => `openrounds-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
