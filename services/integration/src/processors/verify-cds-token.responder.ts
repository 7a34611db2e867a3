import { type VerifyCdsTokenPayload, type CdsCaller } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { AnswerCdsCalls } from '../use-cases/answer-cds-calls';

/** Whose call by CDS Hooks it is. */
@Handles('integration-interactive', 'verify-cds-token.v1')
export class VerifyCdsTokenResponder {
  constructor(private readonly calls: AnswerCdsCalls) {}

  answer(payload: VerifyCdsTokenPayload): Promise<CdsCaller> {
    return this.calls.verify(payload);
  }
}
