import { type Clock } from '@openrounds/platform';
import { type CaseStore } from '../ports/case-store';

/** Retention: narratives older than `keepSeconds` are taken out of their cases, a batch at a time. */
export class ForgetNarratives {
  constructor(
    private readonly cases: CaseStore,
    private readonly clock: Clock,
    private readonly keepSeconds: number,
  ) {}

  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.keepSeconds * 1000);
    let total = 0;
    for (let count = -1; count !== 0; total += count) count = await this.cases.forgetNarratives(before);
    return total;
  }
}
