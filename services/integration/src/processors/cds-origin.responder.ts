import { type CdsOriginPayload, type CdsOrigin } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { AnswerCdsCalls } from '../use-cases/answer-cds-calls';

/** Whether pages of an origin may call. */
@Handles('integration-interactive', 'cds-origin.v1')
export class CdsOriginResponder {
  constructor(private readonly calls: AnswerCdsCalls) {}

  answer(payload: CdsOriginPayload): Promise<CdsOrigin> {
    return this.calls.knowsOrigin(payload);
  }
}
