import { type Clock } from '@openrounds/platform';
import { type CaseStore } from '../ports/case-store';

/** Retention: narratives older than `keepSeconds` are taken out of their cases, a batch at a time. */
export class ForgetNarratives {
  constructor(
    private readonly cases: Pick<CaseStore, 'forgetNarratives'>,
    private readonly clock: Clock,
    private readonly keepSeconds: number,
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
