import { type CodedForecast, type ForecastCasePayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadForecast } from '../use-cases/read-forecast';

/** Tells what the engine would say at each stage of a case. */
@Handles('teaching-interactive', 'forecast-case.v1')
export class ForecastCaseResponder {
  constructor(private readonly readForecast: ReadForecast) {}

  answer(wanted: ForecastCasePayload): Promise<CodedForecast> {
    return answerWithKnowledge(() => this.readForecast.execute(wanted));
  }
}
