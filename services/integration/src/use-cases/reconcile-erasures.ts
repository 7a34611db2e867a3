import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock, type Periodic } from '@openrounds/platform';
import { ERASURE_STORE, type ErasureStore } from '../ports/erasure-store';

export const RECONCILE_ERASURES_EVERY_MS = 60_000;
/** A service that is down keeps its job waiting; what was not acknowledged for so long is taken for lost. */
const SILENT_MS = 600_000;

/** Looks after erasures that teaching has not acknowledged: what was asked for is erased, whatever was lost. */
@Injectable()
export class ReconcileErasures implements Periodic {
  constructor(
    @Inject(ERASURE_STORE) private readonly erasures: Pick<ErasureStore, 'askAgain'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many erasures were asked for again */
  execute(): Promise<number> {
    const now = this.clock.now();
    return this.erasures.askAgain(new Date(now.getTime() - SILENT_MS), newId(), now);
  }
}
