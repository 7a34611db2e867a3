import { Inject } from '@nestjs/common';
import { LlmNotAsked, type CodedLlm, type Queues, type RankWithLlmPayload } from '@openrounds/contracts';
import { LlmFault } from '@openrounds/llm';
import { CLOCK, type Clock } from '@openrounds/platform';
import { type JobContext } from '@openrounds/queue';
import { Handles, permanently, RunReporter, withKnowledge } from '@openrounds/run-flow';
import { ListsFirst } from '../use-cases/lists-first';
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
    @Inject(ListsFirst) private readonly lists: Pick<ListsFirst, 'giveWay'>,
  ) {}

  handle(payload: RankWithLlmPayload, { signal }: Pick<JobContext<Queues>, 'signal'>): Promise<CodedLlm> {
    return permanently(async () => {
      const result = await withKnowledge(payload.meta.acceptedAt, this.clock, () =>
        this.lists
          .giveWay(payload.meta.acceptedAt)
          .then(() => this.rank.execute(payload, POOLED_SHOWN, signal))
          .catch(withoutAsking),
      );
      await this.reporter.progressed(payload.meta, { type: 'llm', result });
      return result;
    });
  }
}

/** A question that the budgets do not allow is no fault: its answer says why there is none. */
function withoutAsking(error: unknown): CodedLlm {
  const notAsked = LlmNotAsked.safeParse(error instanceof LlmFault ? error.code : undefined);
  return notAsked.success ? { used: false, model: null, reason: notAsked.data } : decideFault(error);
}
