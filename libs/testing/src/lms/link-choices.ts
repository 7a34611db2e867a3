import { randomUUID } from 'node:crypto';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LTI_CLAIM, MEMBERSHIP, type MockPlatform, type Values } from './mock-platform';

const DL_CLAIM = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** A link that a tool gave (Deep Linking 2.0), as far as a course needs it. */
export interface GivenLink {
  readonly type: string;
  readonly title: string;
  readonly url: string;
  readonly custom: { readonly openrounds: string };
  readonly lineItem?: { readonly label: string; readonly scoreMaximum: number; readonly resourceId: string };
}

/** Choices of links that a platform asks tools for: each is answered once, by whoever was asked. */
export class LinkChoices {
  /** What is given along and wanted back, of choices that are open. */
  private readonly open = new Set<string>();

  constructor(
    private readonly platform: Pick<MockPlatform, 'clientId' | 'issuer' | 'deploymentId' | 'pagesOrigin'>,
  ) {}

  /** What a launch says by which a teacher is to choose. */
  claims(settings: Values = {}): Values {
    const data = `choice ${randomUUID()}`;
    this.open.add(data);
    return {
      [`${LTI_CLAIM}message_type`]: 'LtiDeepLinkingRequest',
      [`${LTI_CLAIM}roles`]: [`${MEMBERSHIP}#Instructor`],
      [`${LTI_CLAIM}resource_link`]: undefined,
      [`${DL_CLAIM}deep_linking_settings`]: {
        ...{ deep_link_return_url: `${this.platform.pagesOrigin}/chosen`, data },
        ...{ accept_types: ['ltiResourceLink'], accept_multiple: true, accept_lineitem: true },
        accept_presentation_document_targets: ['iframe', 'window'],
        ...settings,
      },
    };
  }

  /**
   * The links of an answer.
   *
   * @throws Error where it is not signed by the tool for this platform, or answers no choice that is open
   */
  async take(jwt: string, toolKeys: JWTVerifyGetKey, now = new Date()): Promise<readonly GivenLink[]> {
    const { clientId, issuer, deploymentId } = this.platform;
    const { payload } = await jwtVerify(jwt, toolKeys, {
      ...{ issuer: clientId, audience: issuer, currentDate: now },
      ...{ algorithms: ['RS256'], requiredClaims: ['exp', 'iat', 'nonce'] },
    });
    const said = (name: string): unknown => payload[name];
    if (said(`${LTI_CLAIM}message_type`) !== 'LtiDeepLinkingResponse') throw new Error('another message');
    if (said(`${LTI_CLAIM}version`) !== '1.3.0') throw new Error('another version');
    if (said(`${LTI_CLAIM}deployment_id`) !== deploymentId) throw new Error('another deployment');
    if (!this.open.delete(String(said(`${DL_CLAIM}data`)))) throw new Error('no choice of ours is open');
    return said(`${DL_CLAIM}content_items`) as readonly GivenLink[];
  }
}
