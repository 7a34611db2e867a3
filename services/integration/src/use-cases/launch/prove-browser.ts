import { Inject, Injectable } from '@nestjs/common';
import { type GivenProof, type ToldLaunch } from '@openrounds/contracts';
import { hashOf, LaunchRefused } from '@openrounds/lti';
import { CLOCK, type Clock } from '@openrounds/platform';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';
import { PLATFORM_STORE, type PlatformStore } from '../../ports/platform-store';
import { AdmitLaunch } from './admit-launch';
import { loginAgain } from './login-again';
import { type KnownOfLaunch, Refusals } from './refusals';

/** So long after its token a browser can prove that it began the launch. */
const PROOF_MS = 120_000;

/** Takes the secret of a launch out of the platform's storage: the browser that it was put in is the one that began. */
@Injectable()
export class ProveBrowser {
  constructor(
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'find' | 'prove'>,
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'byId'>,
    private readonly admit: AdmitLaunch,
    private readonly refusals: Refusals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ launchId, secret }: GivenProof, requestId: string): Promise<ToldLaunch> {
    const known: KnownOfLaunch = {};
    try {
      const launch = await this.launches.find(launchId);
      const platform = launch && (await this.platforms.byId(launch.platformId));
      if (launch === undefined || platform === undefined || launch.said === null)
        throw new LaunchRefused('lti-expired', 'state');
      Object.assign(known, { platform, said: launch.said });
      if (launch.provedAt !== null) throw new LaunchRefused('lti-spent', 'state');
      const now = this.clock.now();
      if (now.getTime() - (launch.spentAt?.getTime() ?? 0) > PROOF_MS)
        throw new LaunchRefused('lti-expired', 'state');
      const proved = secret !== null && (await this.launches.prove(launchId, hashOf(secret), now));
      if (!proved) {
        known.again = loginAgain(platform, launch.login);
        throw new LaunchRefused('lti-other-browser', 'browser');
      }
      const { login, said } = launch;
      return await this.admit.execute({ id: launchId, platform, login, said, requestId });
    } catch (error) {
      if (error instanceof LaunchRefused) return this.refusals.tell(error, known, requestId);
      throw error;
    }
  }
}
