import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { CASE_REGISTRY, type CaseRegistry } from '../ports/case-registry';
import { ReadRun } from './read-run';

/** Keeps a run, with its case, that would be erased by itself. */
@Injectable()
export class KeepRun {
  constructor(
    @Inject(ReadRun) private readonly runs: Pick<ReadRun, 'find'>,
    @Inject(CASE_REGISTRY) private readonly cases: Pick<CaseRegistry, 'keep'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `case-erased`: its time may be over although its words still stand */
  async execute(principal: Principal, runId: string): Promise<void> {
    const { caseId } = await this.runs.find(principal, runId);
    if (!(await this.cases.keep(principal.tenantId, caseId, this.clock.now())))
      throw new DomainError('case-erased');
  }
}
