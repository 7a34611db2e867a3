import { createHash } from 'node:crypto';
import { Client, type ClientConfig, type QueryConfig, type QueryResult } from 'pg';

/** So many statements are prepared on one connection; a service has some dozens that come again and again. */
const MOST = 200;
/** So many texts that came once are remembered: a builder makes ever new ones. */
const MOST_SEEN_ONCE = 1_000;

/** Says under which name a statement is to be prepared: from its second time on, and only so many of them. */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private seenOnce = new Set<string>();

  /** @returns undefined for a statement that is sent as it is */
  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST) return known;
    if (!this.seenOnce.has(text)) {
      if (this.seenOnce.size >= MOST_SEEN_ONCE) this.seenOnce = new Set();
      this.seenOnce.add(text);
      return undefined;
    }
    const name = `openrounds-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    this.names.set(text, name);
    return name;
  }
}

/**
 * A connection that prepares the statements that come again: Postgres then parses each once and not at every run, and plans
 * it once where one plan serves all values. Only those with values: the others begin and end transactions.
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const names = new StatementNames();
    const send = this.query.bind(this) as (config: unknown, ...rest: unknown[]) => Promise<QueryResult>;
    const prepared = (text: unknown, values: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) ? names.of(text) : undefined;
      if (name === undefined) return send(text, values, ...rest);
      return send({ name, text, values } as QueryConfig, ...rest);
    };
    this.query = prepared as Client['query'];
  }
}
