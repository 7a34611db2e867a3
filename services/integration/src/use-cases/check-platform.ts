import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CheckPlatformPayload, type LtiCheck } from '@openrounds/contracts';
import { PLATFORM_PROBE, type PlatformProbe } from '../ports/platform-probe';
import { PLATFORM_STORE, type PlatformStore } from '../ports/platform-store';

/** Finds out whether a platform would work, before a course depends on it. */
@Injectable()
export class CheckPlatform {
  constructor(
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'find'>,
    @Inject(PLATFORM_PROBE) private readonly probe: PlatformProbe,
  ) {}

  /** @throws DomainError `not-found` */
  async execute({ meta, registrationId }: CheckPlatformPayload): Promise<LtiCheck> {
    const platform = await this.platforms.find(meta.tenantId, registrationId);
    if (platform === undefined) throw new DomainError('not-found');
    const steps = await Promise.all([this.probe.keys(platform), this.probe.token(platform)]);
    return { passed: steps.every(({ outcome }) => outcome === 'ok'), steps };
  }
}
