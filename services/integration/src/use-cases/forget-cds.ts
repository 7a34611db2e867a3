import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Periodic } from '@openrounds/platform';
import { CDS_STORE, type CdsStore } from '../ports/cds-store';
import { FEEDBACK_KEPT_SECONDS } from '../cds-settings';

/** Retention of CDS Hooks: tokens that were used, and feedback. */
@Injectable()
export class ForgetCds implements Periodic {
  constructor(
    @Inject(CDS_STORE) private readonly store: Pick<CdsStore, 'forget'>,
    @Inject(FEEDBACK_KEPT_SECONDS) private readonly keptSeconds: number,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(): Promise<number> {
    const now = this.clock.now();
    return this.store.forget(now, new Date(now.getTime() - this.keptSeconds * 1000));
  }
}
