import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type ListPlatformsPayload,
  type LtiRegistration,
  type Platforms,
  type RegisterPlatformPayload,
  type RemovePlatformPayload,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { PLATFORM_STORE, type PlatformStore } from '../ports/platform-store';

/** The learning platforms of a tenant. */
@Injectable()
export class ManagePlatforms {
  constructor(
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'register' | 'list' | 'remove'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `platform-taken`: it would not be clear whose a launch is */
  async register({ meta, registrationId, registration }: RegisterPlatformPayload): Promise<LtiRegistration> {
    const at = this.clock.now();
    const kept = await this.platforms.register(meta.tenantId, registrationId, registration, at);
    if (kept === undefined) throw new DomainError('platform-taken');
    return kept;
  }

  async list({ meta, limit, before }: ListPlatformsPayload): Promise<Platforms> {
    const found = await this.platforms.list(meta.tenantId, limit + 1, before);
    return { items: found.slice(0, limit), more: found.length > limit };
  }

  /** @throws DomainError `not-found` */
  async remove({ meta, registrationId }: RemovePlatformPayload): Promise<void> {
    if (!(await this.platforms.remove(meta.tenantId, registrationId))) throw new DomainError('not-found');
  }
}
