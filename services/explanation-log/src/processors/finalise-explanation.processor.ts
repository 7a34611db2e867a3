import { Inject } from '@nestjs/common';
import { type FinaliseExplanationPayload, type Queues } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { type JobContext } from '@openrounds/queue';
import { AnswerReader, Handles, permanently, RunReporter } from '@openrounds/run-flow';
import { FinaliseExplanation } from '../use-cases/finalise-explanation';

/** Last step of a run: freezes its explanation in the log and reports the run as completed. */
@Handles('explanation-log', 'finalise-explanation.v1')
export class FinaliseExplanationProcessor {
  constructor(
    @Inject(FinaliseExplanation) private readonly finalise: Pick<FinaliseExplanation, 'execute'>,
    @Inject(AnswerReader) private readonly answers: Pick<AnswerReader, 'read'>,
    private readonly reporter: RunReporter,
  ) {}

  async handle(payload: FinaliseExplanationPayload, { children }: JobContext<Queues>): Promise<null> {
    const llm = await children.outcome('ddx-ranking-llm', 'rank-with-llm.v1');
    const reading = await children.outcome('ddx-ranking-llm', 'read-with-llm.v1');
    const guidelines = await children.outcome('guideline-retrieval', 'retrieve-guidelines.v1');
    const finished = await permanently(async () => {
      const answer = await this.answers.read(payload.meta, payload.answer);
      return this.finalise.execute(
        { ...payload, answer },
        {
          llm: llm?.ok ? llm.result : undefined,
          reading: reading?.ok ? reading.result.coded : undefined,
          guidelines: guidelines?.ok ? guidelines.result.passages : undefined,
        },
      );
    });
    faultPoint('explanation-log:finalise-explanation');
    await this.reporter.completed({
      meta: payload.meta,
      guidelines: [...finished.guidelines],
      llm: finished.llm,
      ...(finished.reading && {
        reading: { coded: finished.reading, quotes: reading?.ok ? reading.result.quotes : null },
      }),
      degraded: [...finished.degraded],
      logEntry: finished.logEntry,
    });
    return null;
  }

  async onFinallyFailed(payload: FinaliseExplanationPayload | undefined, fault: Error): Promise<void> {
    if (payload !== undefined) await this.reporter.failed(payload.meta, fault);
  }
}
