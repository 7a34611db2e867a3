import { Inject, Injectable } from '@nestjs/common';
import { type DailyLimits, type TokenEntry } from '@openrounds/llm';
import { DATA_SOURCE } from '@openrounds/persistence';
import { type DataSource, type EntityManager } from 'typeorm';
import { type LlmUsageStore } from '../ports/llm-usage';

/** One question at a time is counted: they are few, and two at once must not pass a limit together. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('llm-usage', 1))";

/** What users, tenants and all have used on a day. */
@Injectable()
export class TypeOrmLlmUsage implements LlmUsageStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  take(entry: TokenEntry, { user, tenant, all }: DailyLimits): Promise<'taken' | 'over'> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(LOCK);
      const used = await usedOn(manager, entry);
      const isOver = (limit: number | undefined, before: number): boolean =>
        limit !== undefined && before + entry.tokens > limit;
      if (isOver(user, used.user) || isOver(tenant, used.tenant) || isOver(all, used.all)) return 'over';
      await add(manager, entry);
      return 'taken';
    });
  }

  correct(entry: TokenEntry): Promise<void> {
    return add(this.dataSource.manager, entry);
  }

  async forget(beforeDay: string): Promise<number> {
    const gone = await this.dataSource.query<unknown[]>(
      'WITH gone AS (DELETE FROM llm_usage WHERE day < $1 RETURNING 1) SELECT 1 FROM gone',
      [beforeDay],
    );
    return gone.length;
  }
}

async function usedOn(
  manager: EntityManager,
  { day, tenantId, userId }: TokenEntry,
): Promise<{ readonly user: number; readonly tenant: number; readonly all: number }> {
  const [row] = await manager.query<{ user: string; tenant: string; all: string }[]>(
    `SELECT coalesce(sum(tokens) FILTER (WHERE tenant_id = $2 AND user_id = $3), 0) AS "user",
            coalesce(sum(tokens) FILTER (WHERE tenant_id = $2), 0) AS tenant,
            coalesce(sum(tokens), 0) AS "all"
       FROM llm_usage WHERE day = $1`,
    [day, tenantId, userId],
  );
  return { user: Number(row?.user), tenant: Number(row?.tenant), all: Number(row?.all) };
}

async function add(manager: EntityManager, { day, tenantId, userId, tokens }: TokenEntry): Promise<void> {
  await manager.query(
    `INSERT INTO llm_usage (day, tenant_id, user_id, tokens) VALUES ($1, $2, $3, $4)
     ON CONFLICT (day, tenant_id, user_id) DO UPDATE SET tokens = llm_usage.tokens + excluded.tokens`,
    [day, tenantId, userId, tokens],
  );
}
