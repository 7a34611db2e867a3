import { Inject } from '@nestjs/common';
import { type EraseCasePayload, type Queues } from '@openrounds/contracts';
import { type JobContext } from '@openrounds/queue';
import { CaseErasure, Handles } from '@openrounds/run-flow';
import { RANKING_STORE, type RankingStore } from '../ports/ranking-store';

const JOBS_OF_RUN = [
  { queue: 'ddx-ranking', job: 'rank-differential.v1' },
  { queue: 'ddx-ranking-llm', job: 'rank-with-llm.v1' },
  { queue: 'ddx-ranking-llm', job: 'read-with-llm.v1' },
] as const;

/** Erases the rankings of a case. */
@Handles('ddx-ranking', 'erase-case.v1')
export class EraseCaseProcessor {
  constructor(
    @Inject(RANKING_STORE) private readonly rankings: Pick<RankingStore, 'erase'>,
    private readonly erasure: CaseErasure,
  ) {}

  handle(payload: EraseCasePayload, context: JobContext<Queues>): Promise<null> {
    const held = { service: 'ddx-ranking', rows: this.rankings, jobsOfRun: JOBS_OF_RUN } as const;
    return this.erasure.execute(payload, held, context);
  }
}
