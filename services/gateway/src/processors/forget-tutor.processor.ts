import { Inject } from '@nestjs/common';
import { type ForgetTutorPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { TUTOR_STORE, type TutorStore } from '../ports/tutor-store';

/** Forgets what the tutor was asked about cases and assignments that teaching has erased. */
@Handles('gateway', 'forget-tutor.v1')
export class ForgetTutorProcessor {
  constructor(@Inject(TUTOR_STORE) private readonly tutor: Pick<TutorStore, 'erase'>) {}

  async handle({ meta: { tenantId }, ids }: ForgetTutorPayload): Promise<null> {
    await this.tutor.erase(tenantId, { goesWith: ids });
    faultPoint('gateway:forget-tutor');
    return null;
  }
}
