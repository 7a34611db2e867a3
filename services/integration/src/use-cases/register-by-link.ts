import { Inject, Injectable } from '@nestjs/common';
import {
  type AddRegistrationLinkPayload,
  type GivenRegistration,
  type ListOfLtiPayload,
  type LtiRegistrationLink,
  type LtiRegistrationLinks,
  type ToldRegistration,
} from '@openrounds/contracts';
import { hashOf, isSecureUrl, type PlatformConfiguration } from '@openrounds/lti';
import { CLOCK, type Clock } from '@openrounds/platform';
import { COURSE_STORE, type CourseStore } from '../ports/course-store';
import { PLATFORM_REGISTRAR, type PlatformRegistrar, RegistrationRefused } from '../ports/platform-registrar';
import { PLATFORM_STORE, type PlatformStore } from '../ports/platform-store';
import {
  REGISTRATION_LINKS,
  type RegistrationLink,
  type RegistrationLinks,
} from '../ports/registration-links';
import { LAUNCH_RULES, type LaunchRules } from '../settings';

const LINK_MS = 86_400_000;

/** Platforms that register themselves, by a link that an administrator of ours made (LTI Dynamic Registration 1.0). */
@Injectable()
export class RegisterByLink {
  constructor(
    @Inject(REGISTRATION_LINKS) private readonly links: RegistrationLinks,
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'find' | 'register'>,
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'see'>,
    @Inject(PLATFORM_REGISTRAR) private readonly registrar: PlatformRegistrar,
    @Inject(LAUNCH_RULES) private readonly rules: LaunchRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Making the same link twice is making it once. */
  async add({ meta, linkId, codeHash }: AddRegistrationLinkPayload): Promise<LtiRegistrationLink> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LINK_MS);
    const link = { id: linkId, tenantId: meta.tenantId, createdAt: now, expiresAt, usedAt: null };
    return told(await this.links.add(link, codeHash));
  }

  async list({ meta, limit, before }: ListOfLtiPayload): Promise<LtiRegistrationLinks> {
    const found = await this.links.list(meta.tenantId, limit + 1, before);
    return { items: found.slice(0, limit).map(told), more: found.length > limit };
  }

  /** Shows what would be registered; registers it once it is confirmed, and once although a request is worked on twice. */
  async execute(given: GivenRegistration, requestId: string): Promise<ToldRegistration> {
    const codeHash = hashOf(given.code);
    const link = await this.links.find(codeHash, this.clock.now(), requestId);
    if (link === undefined) return this.refused('link');
    try {
      const configuration = await this.registrar.configuration(given.configurationUrl);
      const seen = {
        platform: platformOf(configuration),
        otherHost: hostOf(configuration.issuer) !== hostOf(given.configurationUrl),
        frameOrigins: [...new Set([...this.anyFrame, ...this.originsOf(configuration, given)])],
      };
      if (given.confirmed === null) return { outcome: 'shown', ...seen };
      if (seen.otherHost && !given.confirmed.otherHost) throw new RegistrationRefused('other-host');
      const isDone = link.usedAt !== null && (await this.isRegistered(link));
      if (isDone) return { outcome: 'registered', ...seen };
      if (!(await this.links.use(codeHash, this.clock.now(), requestId)))
        throw new RegistrationRefused('link');
      await this.register(link, codeHash, configuration, given);
      return { outcome: 'registered', ...seen };
    } catch (error) {
      if (error instanceof RegistrationRefused) return this.refused(error.fault);
      throw error;
    }
  }

  private refused(fault: RegistrationRefused['fault']): ToldRegistration {
    return { outcome: 'refused', fault, frameOrigins: this.anyFrame };
  }

  /**
   * Whoever shows the page has the link, by which anybody may register: there is nothing to be tricked into. A refusal is a
   * sentence, and is shown where the link was to be used.
   */
  private get anyFrame(): string[] {
    return ['https:', ...this.rules.plainOrigins];
  }

  /** Who will show our pages in frames, as far as the platform's addresses tell. */
  private originsOf(configuration: PlatformConfiguration, { configurationUrl }: GivenRegistration): string[] {
    const urls = [configuration.issuer, configuration.authorization_endpoint, configurationUrl]
      .filter((url) => isSecureUrl(url, this.rules.plainOrigins))
      .map((url) => new URL(url).origin);
    const family = configuration[PRODUCT]?.product_family_code ?? '';
    return [...new Set([...urls, ...(FRAMES_OF[family] ?? [])])];
  }

  /** A link by which nothing was registered can be used again. The platform takes its id: a second try finds it by that. */
  private async register(
    link: RegistrationLink,
    codeHash: string,
    configuration: PlatformConfiguration,
    given: GivenRegistration,
  ): Promise<void> {
    const { tenantId, id } = link;
    try {
      const { registrationToken, confirmed } = given;
      const services = { grades: confirmed?.grades === true, roster: confirmed?.roster === true };
      const answer = await this.registrar.register(configuration, registrationToken, services);
      const at = this.clock.now();
      const { name, issuer, authorizationUrl, tokenUrl, keySetUrl } = platformOf(configuration);
      const { clientId, deploymentId } = answer;
      const { authorization_server: audience } = configuration;
      const kept = await this.platforms.register(
        tenantId,
        id,
        {
          ...{ name, issuer, clientId, authorizationUrl, tokenUrl, keySetUrl, algorithms: ['RS256'] },
          ...(audience === undefined ? {} : { tokenAudience: audience }),
          frameOrigins: this.originsOf(configuration, given),
          roster: services.roster,
        },
        at,
      );
      if (kept === undefined) throw new RegistrationRefused('taken');
      if (deploymentId !== null) await this.courses.see({ tenantId, id: kept.id }, deploymentId, at, at);
    } catch (error) {
      // both tries of one request at once: the other one has it
      if (await this.isRegistered(link)) return;
      await this.links.giveBack(codeHash);
      throw error;
    }
  }

  private async isRegistered({ tenantId, id }: RegistrationLink): Promise<boolean> {
    return (await this.platforms.find(tenantId, id)) !== undefined;
  }
}

/** Products whose pages are at other origins than their addresses. */
const FRAMES_OF: Readonly<Record<string, readonly string[]>> = { canvas: ['https://*.instructure.com'] };
const PRODUCT = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

const platformOf = (configuration: PlatformConfiguration) => {
  const { issuer, authorization_endpoint: authorizationUrl, token_endpoint: tokenUrl } = configuration;
  const family = configuration[PRODUCT]?.product_family_code ?? 'LTI';
  const name = `${family} · ${hostOf(issuer) || issuer.slice(0, 100)}`;
  return { name, issuer, authorizationUrl, tokenUrl, keySetUrl: configuration.jwks_uri };
};

const told = ({ id, createdAt, expiresAt, usedAt }: RegistrationLink): LtiRegistrationLink => ({
  id,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  usedAt: usedAt?.toISOString() ?? null,
});
