import { Inject, Injectable } from '@nestjs/common';
import { type FrameOrigins, type FrameOriginsPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { frameOriginsOf } from '../../model/frame-origins';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';
import { PLATFORM_STORE, type PlatformStore } from '../../ports/platform-store';
import { LAUNCH_MS } from './verify-launch';

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
    if (launch === undefined || platform === undefined) return { frameOrigins: [] };
    const over = this.clock.now().getTime() - launch.begunAt.getTime() > LAUNCH_MS;
    return { frameOrigins: over ? [] : frameOriginsOf(platform, launch.said?.returnUrl) };
  }
}
