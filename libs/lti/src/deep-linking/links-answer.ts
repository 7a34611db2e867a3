import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { type ToolKey } from '../access/client-assertion';
import { CLAIM } from '../claims/names';
import { type LinkChoice } from '../claims/launch-claims';
import { targetUrl } from '../claims/target';

/** Something of ours that a teacher chose. */
export interface ChosenResource {
  readonly resourceId: string;
  readonly title: string;
  /** Of the points that a grade is out of; null: it has no grade. */
  readonly scoreMaximum: number | null;
  /** ISO 8601; null: at all times. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

/** Who answers whom. */
export interface LinksAnswer {
  readonly clientId: string;
  readonly issuer: string;
  readonly deploymentId: string;
  readonly choice: LinkChoice;
  readonly chosen: readonly ChosenResource[];
}

const MINUTES = 5;
export const GRADE_TAG = 'openrounds';

/**
 * The signed answer to a choice (Deep Linking 2.0, section 4.5): one link for each resource, no more than are accepted, with a
 * column of the gradebook where that is wanted.
 */
export function linksAnswer(
  answer: LinksAnswer,
  key: ToolKey,
  publicUrl: string,
  now: Date,
): Promise<string> {
  const { choice } = answer;
  const items = answer.chosen
    .slice(0, choice.acceptMultiple ? undefined : 1)
    .map((resource) => linkItem(resource, choice.acceptLineItem, publicUrl));
  const seconds = Math.floor(now.getTime() / 1_000);
  const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
  return new SignJWT({
    nonce: randomUUID(),
    [CLAIM.messageType]: 'LtiDeepLinkingResponse',
    [CLAIM.version]: '1.3.0',
    [CLAIM.deploymentId]: answer.deploymentId,
    [`${dl}content_items`]: items,
    ...(choice.data === null ? {} : { [`${dl}data`]: choice.data }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.keyId, typ: 'JWT' })
    .setIssuer(answer.clientId)
    .setAudience(answer.issuer)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + MINUTES * 60)
    .sign(key.privateKey);
}

function linkItem(resource: ChosenResource, acceptLineItem: boolean, publicUrl: string): object {
  const { resourceId, title, scoreMaximum, opensAt, closesAt } = resource;
  const graded = acceptLineItem && scoreMaximum !== null;
  const during = {
    ...(opensAt === null ? {} : { startDateTime: opensAt }),
    ...(closesAt === null ? {} : { endDateTime: closesAt }),
  };
  return {
    type: 'ltiResourceLink',
    title,
    url: targetUrl(publicUrl, resourceId),
    custom: { openrounds: resourceId },
    ...(graded ? { lineItem: { label: title, scoreMaximum, resourceId, tag: GRADE_TAG } } : {}),
    ...(Object.keys(during).length === 0 ? {} : { available: during, submission: during }),
  };
}
