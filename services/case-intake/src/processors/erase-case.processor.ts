import { Inject } from '@nestjs/common';
import { type EraseCasePayload, type Queues } from '@openrounds/contracts';
import { type JobContext } from '@openrounds/queue';
import { CaseErasure, Handles } from '@openrounds/run-flow';
import { CASE_STORE, type CaseStore } from '../ports/case-store';

const JOBS_OF_RUN = [{ queue: 'case-intake', job: 'normalise-case.v1' }] as const;

/** Erases a case, its versions and what was made of it for runs. */
@Handles('case-intake', 'erase-case.v1')
export class EraseCaseProcessor {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'erase'>,
    private readonly erasure: CaseErasure,
  ) {}

  handle(payload: EraseCasePayload, context: JobContext<Queues>): Promise<null> {
    const held = { service: 'case-intake', rows: this.cases, jobsOfRun: JOBS_OF_RUN } as const;
    return this.erasure.execute(payload, held, context);
  }
}
