import { Inject, Injectable } from '@nestjs/common';
import { CallRefused, verifyCall } from '@openrounds/cds-hooks';
import {
  DomainError,
  type CdsCaller,
  type CdsOrigin,
  type CdsOriginPayload,
  type RecordCdsFeedbackPayload,
  type VerifyCdsTokenPayload,
} from '@openrounds/contracts';
import { CLOCK, LOGGER, type Clock, type Logger } from '@openrounds/platform';
import { CDS_STORE, type CdsStore } from '../ports/cds-store';
import { EHR_CLIENT_STORE, type EhrClientStore, type OwnedEhrClient } from '../ports/ehr-client-store';
import { EHR_KEY_SETS, type EhrKeySets } from '../ports/ehr-key-sets';
import { CDS_SANDBOX } from '../cds-settings';

/** A clock may be off by a minute; what is remembered longer does no harm. */
const REMEMBERED_AFTER_END_MS = 300_000;

/** Whose calls by CDS Hooks are, and what came of their cards. */
@Injectable()
export class AnswerCdsCalls {
  constructor(
    @Inject(EHR_CLIENT_STORE) private readonly clients: Pick<EhrClientStore, 'findByIssuer' | 'knowsOrigin'>,
    @Inject(EHR_KEY_SETS) private readonly keySets: EhrKeySets,
    @Inject(CDS_STORE) private readonly store: Pick<CdsStore, 'spend' | 'keepFeedback'>,
    @Inject(CDS_SANDBOX) private readonly sandbox: OwnedEhrClient | null,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** @throws DomainError `unauthenticated`, for whatever reason: the log says which */
  async verify({ token, audiences }: VerifyCdsTokenPayload): Promise<CdsCaller> {
    try {
      return await this.verified(token, audiences);
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.logger.warn({ reason: error.reason }, 'call by CDS Hooks refused');
      throw new DomainError('unauthenticated');
    }
  }

  async knowsOrigin({ origin }: CdsOriginPayload): Promise<CdsOrigin> {
    const ofSandbox = this.sandbox?.client.origins.includes(origin) === true;
    return { registered: ofSandbox || (await this.clients.knowsOrigin(origin)) };
  }

  async keepFeedback({ clientId, feedback }: RecordCdsFeedbackPayload): Promise<void> {
    await this.store.keepFeedback(clientId, feedback);
  }

  private async verified(token: string, audiences: readonly string[]): Promise<CdsCaller> {
    const { caller, tokenId, expiresAt } = await verifyCall(token, {
      callerOf: async (issuer) => {
        const owned = await this.callerOf(issuer);
        return owned && { ...owned, issuer, keySetUrl: owned.client.keySetUrl };
      },
      keyOf: ({ keySetUrl }, keyId) => this.keySets.keyOf(keySetUrl, keyId),
      audiences,
      now: this.clock.now(),
    });
    const forgetAt = new Date(expiresAt.getTime() + REMEMBERED_AFTER_END_MS);
    if (!(await this.store.spend(caller.issuer, tokenId, forgetAt))) throw new CallRefused('used-before');
    return { tenantId: caller.tenantId, client: caller.client };
  }

  private async callerOf(issuer: string): Promise<OwnedEhrClient | undefined> {
    return this.sandbox?.client.issuer === issuer ? this.sandbox : this.clients.findByIssuer(issuer);
  }
}
