import { Inject } from '@nestjs/common';
import { type EraseCasePayload, type Queues } from '@openrounds/contracts';
import { type JobContext } from '@openrounds/queue';
import { CaseErasure, Handles } from '@openrounds/run-flow';
import { RETRIEVAL_STORE, type RetrievalStore } from '../ports/retrieval-store';

const JOBS_OF_RUN = [{ queue: 'guideline-retrieval', job: 'retrieve-guidelines.v1' }] as const;

/** Erases what was found for the runs of a case. */
@Handles('guideline-retrieval', 'erase-case.v1')
export class EraseCaseProcessor {
  constructor(
    @Inject(RETRIEVAL_STORE) private readonly retrievals: Pick<RetrievalStore, 'erase'>,
    private readonly erasure: CaseErasure,
  ) {}

  handle(payload: EraseCasePayload, context: JobContext<Queues>): Promise<null> {
    const held = { service: 'guideline-retrieval', rows: this.retrievals, jobsOfRun: JOBS_OF_RUN } as const;
    return this.erasure.execute(payload, held, context);
  }
}
