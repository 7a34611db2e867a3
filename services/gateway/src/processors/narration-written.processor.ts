import { Inject } from '@nestjs/common';
import { type NarrationWrittenPayload } from '@openrounds/contracts';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { NARRATION_STORE, type NarrationStore } from '../ports/narration-store';

/** Keeps what became of a narration; no copy stays in the queue. */
@Handles('gateway', 'narration-written.v1')
export class NarrationWrittenProcessor {
  readonly scrubWhenDone = true;

  constructor(
    @Inject(NARRATION_STORE) private readonly narrations: Pick<NarrationStore, 'finish'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ meta, narrationId, outcome }: NarrationWrittenPayload): Promise<null> {
    faultPoint('gateway:narration-written');
    await this.narrations.finish(meta.tenantId, narrationId, outcome, this.clock.now());
    return null;
  }
}
