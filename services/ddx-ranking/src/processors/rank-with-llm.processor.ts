import { Inject } from '@nestjs/common';
import { type CodedLlm, type RankWithLlmPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { Handles, permanently, RunReporter, withKnowledge } from '@openrounds/run-flow';
import { RankWithLlm } from '../use-cases/rank-with-llm';

const POOLED_SHOWN = 10;

/** The second opinion. It may fail without failing the run: the run is then `degraded`. */
@Handles('ddx-ranking-llm', 'rank-with-llm.v1')
export class RankWithLlmProcessor {
  constructor(
    private readonly rank: RankWithLlm,
    private readonly reporter: RunReporter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  handle(payload: RankWithLlmPayload): Promise<CodedLlm> {
    return permanently(async () => {
      const result = await withKnowledge(payload.meta.acceptedAt, this.clock, () =>
        this.rank.execute(payload, POOLED_SHOWN),
      );
      await this.reporter.progressed(payload.meta, { type: 'llm', result });
      return result;
    });
  }
}
