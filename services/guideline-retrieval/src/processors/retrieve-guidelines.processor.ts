import { Inject } from '@nestjs/common';
import { type GuidelinesResult, type RetrieveGuidelinesPayload } from '@openrounds/contracts';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { Handles, permanently, RunReporter, withKnowledge } from '@openrounds/run-flow';
import { RetrieveGuidelines } from '../use-cases/retrieve-guidelines';

/** Finds passages for a run. A failure leaves the run without passages (`degraded`), not without an answer. */
@Handles('guideline-retrieval', 'retrieve-guidelines.v1')
export class RetrieveGuidelinesProcessor {
  constructor(
    private readonly retrieve: RetrieveGuidelines,
    private readonly reporter: RunReporter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(payload: RetrieveGuidelinesPayload): Promise<GuidelinesResult> {
    const result = await permanently(() =>
      withKnowledge(payload.meta.acceptedAt, this.clock, () => this.retrieve.execute(payload)),
    );
    faultPoint('guideline-retrieval:retrieve-guidelines');
    if (payload.report) await this.reporter.progressed(payload.meta, { type: 'guidelines', result });
    return result;
  }
}
