import { Inject, Injectable } from '@nestjs/common';
import { CREDENTIAL_STORE, type CredentialStore } from '../../ports/credentials';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../../ports/idempotency';

/** Ends what the gateway holds of an erased learner: sessions, and keys of requests. Twice does no harm. */
@Injectable()
export class ForgetLearner {
  constructor(
    @Inject(CREDENTIAL_STORE) private readonly credentials: Pick<CredentialStore, 'endSessionsOf'>,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'forgetOf'>,
  ) {}

  async execute(tenantId: string, subject: string): Promise<void> {
    await this.credentials.endSessionsOf(tenantId, subject);
    await this.idempotency.forgetOf(tenantId, subject);
  }
}
