import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock, type Periodic } from '@openrounds/platform';
import { CASE_REGISTRY, type CaseRegistry } from '../ports/case-registry';

const BATCH = 100;

/** Erases cases whose time is over, everywhere: those that a training EHR sent and nobody kept. */
@Injectable()
export class EraseExpired implements Periodic {
  constructor(
    @Inject(CASE_REGISTRY) private readonly cases: Pick<CaseRegistry, 'expired' | 'erase'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were erased */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const expired = await this.cases.expired(now, BATCH);
    for (const { tenantId, caseId } of expired) await this.cases.erase(tenantId, caseId, newId(), now);
    return expired.length;
  }
}
