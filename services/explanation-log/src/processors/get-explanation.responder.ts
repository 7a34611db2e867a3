import { type Explanation, type GetExplanationPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReadLog } from '../use-cases/read-log';

/** Reads the explanation of a run as it was frozen. */
@Handles('explanation-log-interactive', 'get-explanation.v1')
export class GetExplanationResponder {
  constructor(private readonly log: ReadLog) {}

  answer({ meta, runId }: GetExplanationPayload): Promise<Explanation> {
    return this.log.explanation(meta.tenantId, runId);
  }
}
