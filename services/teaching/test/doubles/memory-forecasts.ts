import {
  type Forecast,
  type ForecastOutcome,
  type ForecastRequest,
  type ForecastStore,
} from '../../src/ports/forecast-store';

const ASK_AGAIN_MS = 60_000;

interface Row {
  readonly tenantId: string;
  askedAt: Date;
  usedAt: Date;
  forecast: Forecast;
}

/** Forecasts in memory: passes the suite that those in Postgres pass. */
export class MemoryForecasts implements ForecastStore {
  private readonly rows = new Map<string, Row>();
  /** What was sent to the engine, in order. */
  readonly sent: string[] = [];

  find(tenantId: string, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, Forecast>> {
    const found = ids.flatMap((id) => {
      const row = this.rows.get(id);
      if (row?.tenantId !== tenantId) return [];
      row.usedAt = now;
      return [[id, row.forecast] as const];
    });
    return Promise.resolve(new Map(found));
  }

  ask(requests: readonly ForecastRequest[], now: Date): Promise<void> {
    for (const { id, tenantId } of requests) {
      const row = this.rows.get(id);
      const waits = row !== undefined && now.getTime() - row.askedAt.getTime() <= ASK_AGAIN_MS;
      if (waits || (row !== undefined && row.forecast.kind !== 'asked')) continue;
      this.rows.set(id, { tenantId, askedAt: now, usedAt: now, forecast: { kind: 'asked' } });
      this.sent.push(id);
    }
    return Promise.resolve();
  }

  keep(tenantId: string, id: string, outcome: ForecastOutcome): Promise<void> {
    const row = this.rows.get(id);
    if (row?.tenantId === tenantId && row.forecast.kind === 'asked') row.forecast = outcome;
    return Promise.resolve();
  }

  forgetUnused(before: Date): Promise<number> {
    const old = [...this.rows].filter(([, { usedAt }]) => usedAt < before);
    for (const [id] of old) this.rows.delete(id);
    return Promise.resolve(old.length);
  }
}
