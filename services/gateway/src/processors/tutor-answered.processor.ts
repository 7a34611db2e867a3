import { Inject } from '@nestjs/common';
import { type TutorAnsweredPayload } from '@openrounds/contracts';
import { CLOCK, faultPoint, type Clock } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { TUTOR_STORE, type TutorStore } from '../ports/tutor-store';

/** Keeps what became of a question to the tutor; no copy stays in the queue. */
@Handles('gateway', 'tutor-answered.v1')
export class TutorAnsweredProcessor {
  readonly scrubWhenDone = true;

  constructor(
    @Inject(TUTOR_STORE) private readonly tutor: Pick<TutorStore, 'finish'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ meta, questionId, outcome }: TutorAnsweredPayload): Promise<null> {
    faultPoint('gateway:tutor-answered');
    await this.tutor.finish(meta.tenantId, questionId, outcome, this.clock.now());
    return null;
  }
}
