import { DomainError, type CodedLlm, type QUEUES, type RankWithLlm as Payload } from '@openrounds/contracts';
import { type Clock } from '@openrounds/platform';
import { type Processor } from '@openrounds/queue';
import { permanently, withKnowledge, type RunReporter } from '@openrounds/run-flow';
import { type RankWithLlm } from '../use-cases/rank-with-llm';

const POOLED_SHOWN = 10;

/** The second opinion. It may fail without failing the run: the run is then `degraded`. */
export class RankWithLlmProcessor implements Processor<typeof QUEUES, 'ddx-ranking-llm', 'rank-with-llm.v1'> {
  readonly queue = 'ddx-ranking-llm';
  readonly job = 'rank-with-llm.v1';

  constructor(
    private readonly rank: RankWithLlm | null,
    private readonly reporter: RunReporter,
    private readonly clock: Clock,
  ) {}

  handle(payload: Payload): Promise<CodedLlm> {
    return permanently(async () => {
      const { rank } = this;
      if (rank === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
      const result = await withKnowledge(payload.meta.acceptedAt, this.clock, () =>
        rank.execute(payload, POOLED_SHOWN),
      );
      await this.reporter.progressed(payload.meta, { type: 'llm', result });
      return result;
    });
  }
}
