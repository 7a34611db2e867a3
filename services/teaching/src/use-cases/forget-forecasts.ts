import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Metrics, type Clock } from '@openrounds/platform';
import { FORECAST_STORE, type ForecastStore } from '../ports/forecast-store';
import { countPurged } from './count-purged';

/** How long a forecast is kept that nobody looks at, in seconds. */
export const FORECASTS_KEPT = Symbol('ForecastsKept');

/** Forgets forecasts that nobody has looked at for long: they can be computed again. */
@Injectable()
export class ForgetForecasts {
  constructor(
    @Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'forgetUnused'>,
    @Inject(FORECASTS_KEPT) private readonly keptSeconds: number,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'purgedRows'>,
  ) {}

  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.keptSeconds * 1000);
    return countPurged(this.metrics, { forecasts: await this.forecasts.forgetUnused(before) });
  }
}
