import { Inject } from '@nestjs/common';
import { type EraseCasePayload, type Queues } from '@openrounds/contracts';
import { type JobContext } from '@openrounds/queue';
import { CaseErasure, Handles } from '@openrounds/run-flow';
import { LOG_STORE, type LogStore } from '../ports/log-store';

const JOBS_OF_RUN = [{ queue: 'explanation-log', job: 'finalise-explanation.v1' }] as const;

/** Erases the records of a case; their leaves stay in the log. */
@Handles('explanation-log', 'erase-case.v1')
export class EraseCaseProcessor {
  constructor(
    @Inject(LOG_STORE) private readonly log: Pick<LogStore, 'erase'>,
    private readonly erasure: CaseErasure,
  ) {}

  handle(payload: EraseCasePayload, context: JobContext<Queues>): Promise<null> {
    const held = { service: 'explanation-log', rows: this.log, jobsOfRun: JOBS_OF_RUN } as const;
    return this.erasure.execute(payload, held, context);
  }
}
