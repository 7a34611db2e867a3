import { Inject, Injectable } from '@nestjs/common';
import { CREDENTIAL_STORE, type CredentialStore } from '../../ports/credentials';
import { TUTOR_STORE, type TutorStore } from '../../ports/tutor-store';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../../ports/idempotency';

/** Ends what the gateway holds of an erased learner: sessions, keys of requests, and what they asked the tutor. Twice does no harm. */
@Injectable()
export class ForgetLearner {
  constructor(
    @Inject(CREDENTIAL_STORE) private readonly credentials: Pick<CredentialStore, 'endSessionsOf'>,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'forgetOf'>,
    @Inject(TUTOR_STORE) private readonly tutor: Pick<TutorStore, 'erase'>,
  ) {}

  async execute(tenantId: string, subject: string): Promise<void> {
    await this.credentials.endSessionsOf(tenantId, subject);
    await this.idempotency.forgetOf(tenantId, subject);
    await this.tutor.erase(tenantId, { ownerId: subject });
  }
}
