import { type EntityManager } from 'typeorm';
import { type ForecastRequest } from '../ports/forecast-store';
import { OUTBOX } from './outbox';

/** What was asked and never came is asked again after this long: the queue may have lost it. */
const ASK_AGAIN_SECONDS = 60;

/**
 * Asks the engine about stages, in the caller's transaction. What is there already, or was asked for just now, is left
 * alone, so that asking twice does no harm.
 */
export async function askForecasts(
  manager: EntityManager,
  requests: readonly ForecastRequest[],
  now: Date,
): Promise<void> {
  for (const request of requests) {
    const epoch = await epochOf(manager, request, now);
    if (epoch === undefined) continue;
    const { id, facts, meta, versions } = request;
    await OUTBOX.add(manager, {
      queue: 'ddx-ranking',
      job: 'rank-facts.v1',
      jobId: `${id}-rank-facts-v1-${String(epoch)}`,
      payload: { meta, forecastId: id, epoch, versions, facts, askedAt: now.toISOString() },
    });
  }
}

/** The number of this asking; undefined where there is nothing to ask. */
async function epochOf(
  manager: EntityManager,
  { id, tenantId, contentHash, stageNo }: ForecastRequest,
  now: Date,
): Promise<number | undefined> {
  const rows = await manager.query<{ epoch: number }[]>(
    `INSERT INTO case_forecasts (id, tenant_id, content_hash, stage_no, epoch, asked_at, used_at)
     VALUES ($1, $2, $3, $4, 0, $5, $5)
     ON CONFLICT (id) DO UPDATE SET epoch = case_forecasts.epoch + 1, asked_at = excluded.asked_at
      WHERE case_forecasts.packed IS NULL AND case_forecasts.rejected IS NULL
        AND case_forecasts.asked_at < excluded.asked_at - $6 * interval '1 second'
     RETURNING epoch`,
    [id, tenantId, contentHash, stageNo, now, ASK_AGAIN_SECONDS],
  );
  return rows[0]?.epoch;
}
