import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Periodic } from '@openrounds/platform';
import { CASE_STORE, type CaseStore } from '../ports/case-store';

export const KEEP_NARRATIVES_SECONDS = Symbol('KeepNarrativesSeconds');

/** Retention: narratives older than `keepSeconds` are taken out of their cases, a batch at a time. */
@Injectable()
export class ForgetNarratives implements Periodic {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'forgetNarratives'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KEEP_NARRATIVES_SECONDS) private readonly keepSeconds: number,
  ) {}

  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.keepSeconds * 1000);
    let total = 0;
    let count: number;
    do {
      count = await this.cases.forgetNarratives(before);
      total += count;
    } while (count > 0);
    return total;
  }
}
