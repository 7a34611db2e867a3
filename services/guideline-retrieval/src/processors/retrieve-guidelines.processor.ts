import {
  type GuidelinesResult,
  type QUEUES,
  type RetrieveGuidelines as Payload,
} from '@openrounds/contracts';
import { faultPoint, type Clock } from '@openrounds/platform';
import { type Processor } from '@openrounds/queue';
import { permanently, withKnowledge, type RunReporter } from '@openrounds/run-flow';
import { type RetrieveGuidelines } from '../use-cases/retrieve-guidelines';

type Queue = 'guideline-retrieval';

/** Finds passages for a run. A failure leaves the run without passages (`degraded`), not without an answer. */
export class RetrieveGuidelinesProcessor implements Processor<
  typeof QUEUES,
  Queue,
  'retrieve-guidelines.v1'
> {
  readonly queue = 'guideline-retrieval';
  readonly job = 'retrieve-guidelines.v1';

  constructor(
    private readonly retrieve: RetrieveGuidelines,
    private readonly reporter: RunReporter,
    private readonly clock: Clock,
  ) {}

  async handle(payload: Payload): Promise<GuidelinesResult> {
    const result = await permanently(() =>
      withKnowledge(payload.meta.acceptedAt, this.clock, () => this.retrieve.execute(payload)),
    );
    faultPoint('guideline-retrieval:retrieve-guidelines');
    await this.reporter.progressed(payload.meta, { type: 'guidelines', result });
    return result;
  }
}
