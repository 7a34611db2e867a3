import { Inject } from '@nestjs/common';
import { type CodedLlm, type Queues, type RankWithLlmPayload } from '@openrounds/contracts';
import { LlmFault } from '@openrounds/llm';
import { CLOCK, type Clock } from '@openrounds/platform';
import { BusyFault, PermanentFault, type JobContext } from '@openrounds/queue';
import { Handles, permanently, RunReporter, withKnowledge } from '@openrounds/run-flow';
import { RankWithLlm } from '../use-cases/rank-with-llm';

const POOLED_SHOWN = 10;

/** The second opinion. It may fail without failing the run: the run is then `degraded`. */
@Handles('ddx-ranking-llm', 'rank-with-llm.v1')
export class RankWithLlmProcessor {
  constructor(
    private readonly rank: RankWithLlm,
    @Inject(RunReporter) private readonly reporter: Pick<RunReporter, 'progressed'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  handle(payload: RankWithLlmPayload, { signal }: Pick<JobContext<Queues>, 'signal'>): Promise<CodedLlm> {
    return permanently(async () => {
      const result = await withKnowledge(payload.meta.acceptedAt, this.clock, () =>
        this.rank.execute(payload, POOLED_SHOWN, signal).catch(decide),
      );
      await this.reporter.progressed(payload.meta, { type: 'llm', result });
      return result;
    });
  }
}

/** What another try would not change is final at once; a service that stops leaves the question to the next. */
function decide(error: unknown): never {
  if (!(error instanceof LlmFault) || error.passing) throw error;
  if (error.code === 'aborted') throw new BusyFault(error.message, 0);
  throw new PermanentFault(error.message, { cause: error });
}
