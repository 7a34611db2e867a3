import { type FactsRankedPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles, unpackAnswer } from '@openrounds/run-flow';
import { KeepForecast } from '../use-cases/keep-forecast';

/** Keeps what ddx-ranking said of a stage. */
@Handles('teaching', 'facts-ranked.v1')
export class FactsRankedProcessor {
  constructor(private readonly keepForecast: KeepForecast) {}

  async handle({ meta: { tenantId }, forecastId, outcome }: FactsRankedPayload): Promise<null> {
    await this.keepForecast.execute(
      tenantId,
      forecastId,
      'rejected' in outcome
        ? { kind: 'rejected', code: outcome.rejected }
        : { kind: 'answered', answer: unpackAnswer(Buffer.from(outcome.packed, 'base64')) },
    );
    faultPoint('teaching:facts-ranked');
    return null;
  }
}
