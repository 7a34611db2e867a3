import { Inject, Injectable } from '@nestjs/common';
import { type GivenLogin, type ToldRefusal } from '@openrounds/contracts';
import { type Launch, type LaunchRefused } from '@openrounds/lti';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { frameOriginsOf } from '../../model/frame-origins';
import { LAUNCH_PROBLEMS, type LaunchProblems } from '../../ports/launch-problems';
import { type OwnedPlatform } from '../../ports/platform-store';

/** What is known of a launch by the time that it is refused. */
export interface KnownOfLaunch {
  platform?: OwnedPlatform;
  /** What its token said, once that is believed. */
  said?: Launch;
  /** Its login, where it may begin again in a window of its own. */
  again?: GivenLogin;
}

/** Tells of launches that are not accepted, and notes them for the administrators of their platform. */
@Injectable()
export class Refusals {
  constructor(
    @Inject(LAUNCH_PROBLEMS) private readonly problems: Pick<LaunchProblems, 'add'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tell(
    { code, reason, detail }: LaunchRefused,
    { platform, said, again }: KnownOfLaunch,
    requestId: string,
  ): Promise<ToldRefusal> {
    if (platform !== undefined)
      await this.problems.add({
        id: newId(),
        tenantId: platform.tenantId,
        platformId: platform.id,
        code,
        cause: reason,
        claim: detail.claim ?? null,
        keyId: detail.keyId ?? null,
        clockSeconds: detail.clockSeconds ?? null,
        requestId,
        at: this.clock.now(),
      });
    const returnUrl = said?.returnUrl ?? null;
    return {
      outcome: 'refused',
      code,
      locale: said?.locale ?? null,
      returnUrl,
      clockSeconds: detail.clockSeconds ?? null,
      again: again ?? null,
      frameOrigins: platform === undefined ? [] : frameOriginsOf(platform, returnUrl),
    };
  }
}
