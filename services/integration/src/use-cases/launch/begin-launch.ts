import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type GivenLogin, type ToldLogin } from '@openrounds/contracts';
import { authorizationUrl, hashOf, LaunchRefused } from '@openrounds/lti';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { frameOriginsOf } from '../../model/frame-origins';
import { COURSE_STORE, type CourseStore } from '../../ports/course-store';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';
import { PLATFORM_STORE, type OwnedPlatform, type PlatformStore } from '../../ports/platform-store';
import { LAUNCH_RULES, type LaunchRules } from '../../settings';
import { Refusals } from './refusals';

/** 256 bits. */
const newSecret = (): string => randomBytes(32).toString('base64url');

/** Answers a platform's login: sends the browser back to it, with secrets that bind the answer to this browser. */
@Injectable()
export class BeginLaunch {
  constructor(
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'ofIssuer'>,
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'knowing'>,
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'begin'>,
    private readonly refusals: Refusals,
    @Inject(LAUNCH_RULES) private readonly rules: LaunchRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(login: GivenLogin, requestId: string): Promise<ToldLogin> {
    try {
      return await this.begin(await this.platformOf(login), login);
    } catch (error) {
      if (error instanceof LaunchRefused) return this.refusals.tell(error, {}, requestId);
      throw error;
    }
  }

  private async begin(platform: OwnedPlatform, login: GivenLogin): Promise<ToldLogin> {
    const id = newId();
    const [state, nonce, secret] = [`${id}.${newSecret()}`, newSecret(), newSecret()];
    const { loginHint, messageHint, deploymentId, storageTarget } = login;
    await this.launches.begin({
      id,
      tenantId: platform.tenantId,
      platformId: platform.id,
      stateHash: hashOf(state),
      nonceHash: hashOf(nonce),
      secretHash: hashOf(secret),
      login: { loginHint, messageHint, deploymentId, storageTarget },
      begunAt: this.clock.now(),
    });
    const { origin } = new URL(platform.authorizationUrl);
    return {
      outcome: 'go',
      launchId: id,
      url: authorizationUrl(platform, login, { state, nonce }, this.rules.publicUrl),
      secret,
      storage: storageTarget === null ? null : { target: storageTarget, origin },
      frameOrigins: frameOriginsOf(platform),
    };
  }

  /** The one that is meant: by client id, else by being the only one, else by the deployment. */
  private async platformOf({ issuer, clientId, deploymentId }: GivenLogin): Promise<OwnedPlatform> {
    const found = await this.platforms.ofIssuer(issuer, clientId);
    const [first] = found;
    if (first === undefined) throw new LaunchRefused('lti-not-registered', 'platform');
    if (found.length === 1) return first;
    const ids = found.map(({ id }) => id);
    const knowing = deploymentId === null ? [] : await this.courses.knowing(ids, deploymentId);
    const meant = found.filter(({ id }) => knowing.includes(id));
    if (meant.length !== 1 || meant[0] === undefined) throw new LaunchRefused('lti-ambiguous', 'platform');
    return meant[0];
  }
}
