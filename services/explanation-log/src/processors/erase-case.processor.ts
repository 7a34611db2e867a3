import { Inject } from '@nestjs/common';
import { type EraseCasePayload, type Queues } from '@openrounds/contracts';
import { type JobContext } from '@openrounds/queue';
import { CaseErasure, Handles, type HeldOfCase } from '@openrounds/run-flow';
import { EraseRecords } from '../use-cases/erase-records';

const JOBS_OF_RUN = [{ queue: 'explanation-log', job: 'finalise-explanation.v1' }] as const;

/** Erases the records of a case; their leaves stay in the log, which says that they were erased. */
@Handles('explanation-log', 'erase-case.v1')
export class EraseCaseProcessor {
  constructor(
    @Inject(EraseRecords) private readonly records: Pick<EraseRecords, 'erase' | 'note'>,
    private readonly erasure: CaseErasure,
  ) {}

  handle(payload: EraseCasePayload, context: JobContext<Queues>): Promise<null> {
    const held: HeldOfCase = {
      service: 'explanation-log',
      rows: this.records,
      jobsOfRun: JOBS_OF_RUN,
      afterwards: (tenantId, caseId) => this.records.note(tenantId, caseId),
    };
    return this.erasure.execute(payload, held, context);
  }
}
