import { type RecordCdsFeedbackPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { AnswerCdsCalls } from '../use-cases/answer-cds-calls';

/** Keeps what became of cards. */
@Handles('integration-interactive', 'record-cds-feedback.v1')
export class RecordCdsFeedbackResponder {
  constructor(private readonly calls: AnswerCdsCalls) {}

  async answer(payload: RecordCdsFeedbackPayload): Promise<null> {
    await this.calls.keepFeedback(payload);
    return null;
  }
}
