import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@openrounds/platform';
import { FORECAST_STORE, type ForecastStore } from '../ports/forecast-store';

const KEPT_MS = 400 * 86_400_000;

/** Forgets forecasts that nobody has looked at for 400 days: they can be computed again. */
@Injectable()
export class ForgetForecasts {
  constructor(
    @Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'forgetUnused'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(): Promise<number> {
    return this.forecasts.forgetUnused(new Date(this.clock.now().getTime() - KEPT_MS));
  }
}
