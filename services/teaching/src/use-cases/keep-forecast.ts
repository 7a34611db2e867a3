import { Inject, Injectable } from '@nestjs/common';
import { FORECAST_STORE, type ForecastOutcome, type ForecastStore } from '../ports/forecast-store';

/** Keeps what the engine said of a stage. An answer that comes twice is kept once. */
@Injectable()
export class KeepForecast {
  constructor(@Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'keep'>) {}

  execute(tenantId: string, id: string, outcome: ForecastOutcome): Promise<void> {
    return this.forecasts.keep(tenantId, id, outcome);
  }
}
