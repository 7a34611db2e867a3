import { Inject } from '@nestjs/common';
import { type CodedLlm, type Queues, type RankWithLlmPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { type JobContext } from '@openrounds/queue';
import { Handles, permanently, RunReporter, withKnowledge } from '@openrounds/run-flow';
import { RankWithLlm } from '../use-cases/rank-with-llm';
import { decideFault } from './decide-fault';

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
        this.rank.execute(payload, POOLED_SHOWN, signal).catch(decideFault),
      );
      await this.reporter.progressed(payload.meta, { type: 'llm', result });
      return result;
    });
  }
}
