import { Inject, Injectable } from '@nestjs/common';
import { type GivenToken, type ToldLaunch } from '@openrounds/contracts';
import { hashOf, type Launch, LaunchRefused, verifyLaunch } from '@openrounds/lti';
import { CLOCK, type Clock } from '@openrounds/platform';
import { frameOriginsOf } from '../../model/frame-origins';
import { COURSE_STORE, type CourseStore } from '../../ports/course-store';
import { KEY_SETS, type KeySets } from '../../ports/key-sets';
import { LAUNCH_STORE, type LaunchStore, type StoredLaunch } from '../../ports/launch-store';
import { PLATFORM_STORE, type OwnedPlatform, type PlatformStore } from '../../ports/platform-store';
import { LAUNCH_RULES, type LaunchRules } from '../../settings';
import { AdmitLaunch } from './admit-launch';
import { loginAgain } from './login-again';
import { type KnownOfLaunch, Refusals } from './refusals';

/** A login is answered within ten minutes, or not at all. */
export const LAUNCH_MS = 600_000;
const STATE = /^([0-9a-f-]{36})\.[\w-]{43}$/;

/** Takes the token of a launch: once, of its own platform, from the browser that began it. */
@Injectable()
export class VerifyLaunch {
  constructor(
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'find' | 'spend'>,
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'byId'>,
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'see'>,
    @Inject(KEY_SETS) private readonly keySets: KeySets,
    private readonly admit: AdmitLaunch,
    private readonly refusals: Refusals,
    @Inject(LAUNCH_RULES) private readonly rules: LaunchRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(given: GivenToken, requestId: string): Promise<ToldLaunch> {
    const known: KnownOfLaunch = {};
    try {
      const launch = await this.awaited(given.state, known);
      const said = await this.believed(launch, given.token, known);
      if (!(await this.launches.spend(launch.id, said, this.clock.now())))
        throw new LaunchRefused('lti-spent', 'state');
      return await this.withBrowser(launch, said, given.secret, known, requestId);
    } catch (error) {
      if (error instanceof LaunchRefused) return this.refusals.tell(error, known, requestId);
      throw error;
    }
  }

  /** The login that this is the answer to. */
  private async awaited(state: string, known: KnownOfLaunch): Promise<StoredLaunch> {
    const id = STATE.exec(state)?.[1];
    const launch = id === undefined ? undefined : await this.launches.find(id);
    if (launch === undefined || launch.stateHash !== hashOf(state))
      throw new LaunchRefused('lti-expired', 'state');
    const platform = await this.platforms.byId(launch.platformId);
    if (platform === undefined) throw new LaunchRefused('lti-not-registered', 'platform');
    known.platform = platform;
    if (launch.spentAt !== null) throw new LaunchRefused('lti-spent', 'state');
    if (this.clock.now().getTime() - launch.begunAt.getTime() > LAUNCH_MS)
      throw new LaunchRefused('lti-expired', 'state');
    return launch;
  }

  /** What the token says, from a deployment that an administrator accepted. */
  private async believed(launch: StoredLaunch, token: string | null, known: KnownOfLaunch): Promise<Launch> {
    const platform = known.platform as OwnedPlatform;
    if (token === null) throw new LaunchRefused('lti-claims', 'platform-error');
    const now = this.clock.now();
    const { issuer, clientId, algorithms } = platform;
    const said = await verifyLaunch(
      token,
      {
        ...{ issuer, clientId, algorithms, trustedAudiences: [] },
        ...{ nonceHash: launch.nonceHash, begunAt: launch.begunAt },
      },
      {
        ...{ now, skewSeconds: this.rules.skewSeconds, plainOrigins: this.rules.plainOrigins },
        keyOf: (keyId) => this.keySets.keyOf(platform, keyId),
      },
    );
    known.said = said;
    const { acceptedAt } = await this.courses.see(platform, said.deploymentId, now, null);
    if (acceptedAt === null) throw new LaunchRefused('lti-deployment-pending', 'deployment');
    return said;
  }

  private async withBrowser(
    launch: StoredLaunch,
    said: Launch,
    secret: string | null,
    known: KnownOfLaunch,
    requestId: string,
  ): Promise<ToldLaunch> {
    const platform = known.platform as OwnedPlatform;
    const { id, login } = launch;
    if (secret !== null && hashOf(secret) === launch.secretHash)
      return this.admit.execute({ id, platform, login, said, requestId });
    if (login.storageTarget === null) {
      known.again = loginAgain(platform, login);
      throw new LaunchRefused('lti-other-browser', 'browser');
    }
    return {
      outcome: 'prove',
      launchId: id,
      storage: { target: login.storageTarget, origin: new URL(platform.authorizationUrl).origin },
      locale: said.locale,
      frameOrigins: frameOriginsOf(platform, said.returnUrl),
    };
  }
}
