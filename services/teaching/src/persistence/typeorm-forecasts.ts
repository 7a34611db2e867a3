import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { packAnswer, unpackAnswer } from '@openrounds/run-flow';
import { In, LessThan, type DataSource } from 'typeorm';
import {
  type Forecast,
  type ForecastOutcome,
  type ForecastRequest,
  type ForecastStore,
} from '../ports/forecast-store';
import { CaseForecastEntity } from './entities/case-forecast.entity';
import { askForecasts } from './forecast-rows';

/** As exactly is it remembered when a forecast was used: reading it need not write each time. */
const DAY_MS = 86_400_000;

@Injectable()
export class TypeOrmForecasts implements ForecastStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async find(tenantId: string, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, Forecast>> {
    const these = { tenantId, id: In([...ids]) };
    const rows = await this.dataSource.manager.findBy(CaseForecastEntity, these);
    const usedAt = LessThan(new Date(now.getTime() - DAY_MS));
    if (rows.length > 0)
      await this.dataSource.manager.update(CaseForecastEntity, { ...these, usedAt }, { usedAt: now });
    return new Map(rows.map((row) => [row.id, forecastOf(row)]));
  }

  async ask(requests: readonly ForecastRequest[], now: Date): Promise<void> {
    await this.dataSource.transaction((manager) => askForecasts(manager, requests, now));
  }

  async keep(tenantId: string, id: string, outcome: ForecastOutcome): Promise<void> {
    await this.dataSource.query(
      `UPDATE case_forecasts SET packed = $3, rejected = $4
        WHERE tenant_id = $1 AND id = $2 AND packed IS NULL AND rejected IS NULL`,
      [
        tenantId,
        id,
        outcome.kind === 'answered' ? packAnswer(outcome.answer) : null,
        outcome.kind === 'rejected' ? outcome.code : null,
      ],
    );
  }

  async forgetUnused(before: Date): Promise<number> {
    const { affected } = await this.dataSource.manager.delete(CaseForecastEntity, {
      usedAt: LessThan(before),
    });
    return affected ?? 0;
  }
}

function forecastOf({ packed, rejected }: CaseForecastEntity): Forecast {
  if (packed !== null) return { kind: 'answered', answer: unpackAnswer(packed) };
  return rejected === null ? { kind: 'asked' } : { kind: 'rejected', code: rejected };
}
