import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CdsServiceId,
  type JobMeta,
  type Principal,
  type EhrClient,
} from '@openrounds/contracts';
import { SERVICES, type Services } from '../../ports/services';
import { CDS_DEADLINE_MS, PUBLIC_URL } from '../../settings';
import { RateLimit } from '../rate-limit';

/** A call by CDS Hooks as it came. */
export interface CdsCall {
  readonly meta: JobMeta;
  readonly serviceId: CdsServiceId;
  /** The header of that name. */
  readonly authorization: string | undefined;
  /** Where it came from, and how much it sent: for the limits. */
  readonly address: string;
  readonly bytes: number;
}

/** A training EHR that showed who it is. */
export interface CdsClient {
  readonly client: EhrClient;
  /** As whom it acts here. */
  readonly principal: Principal;
}

const BEARER = /^Bearer ([\w.~+/=-]+)$/i;

/** Lets calls by CDS Hooks in. Without a public address there are none. */
@Injectable()
export class CallerOfCds {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(RateLimit) private readonly limits: Pick<RateLimit, 'take' | 'takeUnknown' | 'weigh'>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | null,
    @Inject(CDS_DEADLINE_MS) private readonly deadlineMs: number,
  ) {}

  /** @throws DomainError `not-found` without a public address */
  requireAddress(): string {
    if (this.publicUrl === null)
      throw new DomainError('not-found', 'This installation has no public address (PUBLIC_URL)');
    return this.publicUrl;
  }

  /**
   * @param paths below the public address, of which one is what the token must be meant for
   * @throws DomainError `unauthenticated`, the same for whatever reason; `rate-limited`; RequestTimeout where that it is not
   *   known in time: nothing is told to somebody who is not known
   */
  async identify(call: CdsCall, paths: readonly string[]): Promise<CdsClient> {
    const audiences = paths.map((path) => `${this.requireAddress()}${path}`);
    const [, token] = BEARER.exec(call.authorization ?? '') ?? [];
    const caller = await this.verified(call, token, audiences);
    const { tenantId, client } = caller;
    const principal: Principal = { tenantId, subject: `ehr:${client.id}`, role: 'teacher' };
    await this.limits.take(principal, false);
    await this.limits.weigh({ principal, direct: false }, call.bytes);
    return { client, principal };
  }

  private async verified({ meta, address, bytes }: CdsCall, token: string | undefined, audiences: string[]) {
    try {
      if (token === undefined) throw new DomainError('unauthenticated');
      return await this.services.ask('verify-cds-token.v1', { meta, token, audiences }, this.deadlineMs);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unauthenticated') {
        await this.limits.takeUnknown(address);
        await this.limits.weigh({ address }, bytes);
      }
      throw error;
    }
  }
}
