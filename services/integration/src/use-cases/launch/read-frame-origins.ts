import { Inject, Injectable } from '@nestjs/common';
import { type FrameOrigins, type FrameOriginsPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { frameOriginsOf } from '../../model/frame-origins';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';
import { PLATFORM_STORE, type PlatformStore } from '../../ports/platform-store';
import { CHOOSING_MS } from './answer-choice';
import { LAUNCH_MS } from './verify-launch';

const NOBODY: FrameOrigins = { frameOrigins: [], answerOrigin: null };

/** Who may show the page that a launch ends on in a frame: whoever could show the launch, while it lasts. */
@Injectable()
export class ReadFrameOrigins {
  constructor(
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'find'>,
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'byId'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ launchId }: FrameOriginsPayload): Promise<FrameOrigins> {
    const launch = await this.launches.find(launchId);
    const platform = launch && (await this.platforms.byId(launch.platformId));
    if (launch === undefined || platform === undefined) return NOBODY;
    const choice = launch.said?.choice ?? null;
    const lasts = choice === null ? LAUNCH_MS : CHOOSING_MS;
    if (this.clock.now().getTime() - launch.begunAt.getTime() > lasts) return NOBODY;
    return {
      frameOrigins: frameOriginsOf(platform, launch.said?.returnUrl),
      answerOrigin: choice && new URL(choice.returnUrl).origin,
    };
  }
}
