import { type FinaliseExplanation as Payload, type QUEUES } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { type JobContext, type Processor } from '@openrounds/queue';
import { permanently, type RunReporter } from '@openrounds/run-flow';
import { type FinaliseExplanation } from '../use-cases/finalise-explanation';

type Queues = typeof QUEUES;

/** Last step of a run: freezes its explanation in the log and reports the run as completed. */
export class FinaliseExplanationProcessor implements Processor<
  Queues,
  'explanation-log',
  'finalise-explanation.v1'
> {
  readonly queue = 'explanation-log';
  readonly job = 'finalise-explanation.v1';

  constructor(
    private readonly finalise: Pick<FinaliseExplanation, 'execute'>,
    private readonly reporter: RunReporter,
  ) {}

  async handle(payload: Payload, { children }: JobContext<Queues>): Promise<null> {
    const llm = await children.outcome('ddx-ranking-llm', 'rank-with-llm.v1');
    const guidelines = await children.outcome('guideline-retrieval', 'retrieve-guidelines.v1');
    const finished = await permanently(() =>
      this.finalise.execute(payload, {
        llm: llm?.ok ? llm.result : undefined,
        guidelines: guidelines?.ok ? guidelines.result.passages : undefined,
      }),
    );
    faultPoint('explanation-log:finalise-explanation');
    await this.reporter.completed({
      meta: payload.meta,
      guidelines: [...finished.guidelines],
      llm: finished.llm,
      degraded: [...finished.degraded],
      logEntry: finished.logEntry,
    });
    return null;
  }

  async onFinallyFailed(payload: Payload | undefined, fault: Error): Promise<void> {
    if (payload !== undefined) await this.reporter.failed(payload.meta, fault);
  }
}
