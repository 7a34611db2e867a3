import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { base64url, CompactSign, exportJWK } from 'jose';
import { hashOf, PlatformKeys, type AwaitedLaunch, type LaunchVerifier, type PlatformKey } from '../src';

export const PUBLIC_URL = 'https://rounds.example';
export const RESOURCE = '01234567-89ab-4cde-8f01-23456789abcd';
export const NOW = new Date('2026-11-22T12:00:00Z');
export const SECONDS = NOW.getTime() / 1_000;

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
export type Values = Record<string, unknown>;

/** A launch as a platform sends it, with all that is to be dropped. */
export const usualClaims = (): Values => ({
  iss: 'https://lms.example',
  aud: 'client-1',
  sub: 'user-17',
  name: 'Ada Example',
  email: 'ada@lms.example',
  picture: 'https://lms.example/ada.png',
  exp: SECONDS + 300,
  iat: SECONDS - 2,
  nonce: 'the-nonce',
  [`${LTI}version`]: '1.3.0',
  [`${LTI}message_type`]: 'LtiResourceLinkRequest',
  [`${LTI}deployment_id`]: '7',
  [`${LTI}target_link_uri`]: `${PUBLIC_URL}/lti/r/${RESOURCE}`,
  [`${LTI}resource_link`]: { id: 'link-3', title: 'Case of the week' },
  [`${LTI}context`]: { id: 'course-9', label: 'MED 1', title: 'Medicine' },
  [`${LTI}roles`]: [`${MEMBERSHIP}#Learner`],
  [`${LTI}custom`]: { openrounds: RESOURCE },
  [`${LTI}launch_presentation`]: { locale: 'zh-CN', return_url: 'https://lms.example/back' },
  'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
    scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
    lineitem: 'https://lms.example/items/1/lineitem?type_id=2',
  },
});

export const choiceClaims = (): Values => ({
  ...omit(usualClaims(), `${LTI}resource_link`),
  [`${LTI}message_type`]: 'LtiDeepLinkingRequest',
  'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
    deep_link_return_url: 'https://lms.example/deep',
    accept_types: ['ltiResourceLink'],
    accept_presentation_document_targets: ['iframe'],
    accept_multiple: true,
    data: 'opaque',
  },
});

export const claim = (name: string): string => `${LTI}${name}`;

export function omit(values: Values, ...names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** A token, whatever its header says. */
export async function signed(
  claims: Values,
  key: KeyObject | Uint8Array,
  header: Values = {},
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  return new CompactSign(bytes).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key);
}

/** A token that jose would not make. */
export const bare = (header: Values, claims: Values, signature = ''): string =>
  [base64url.encode(JSON.stringify(header)), base64url.encode(JSON.stringify(claims)), signature].join('.');

/** Keys of a platform, and of somebody who is not. */
export const OURS = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const ROTATED = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const FOREIGN = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const WEAK = generateKeyPairSync('rsa', { modulusLength: 1024 });

/** The platform's key set, as it would be fetched. */
export async function keySet(): Promise<readonly PlatformKey[]> {
  const jwk = async (key: KeyObject, more: Values) => ({ ...(await exportJWK(key)), ...more });
  return PlatformKeys.parse({
    keys: [
      await jwk(OURS.publicKey, { kid: 'k1', alg: 'RS256', use: 'sig' }),
      await jwk(OURS.publicKey, { kid: 'k-encryption', use: 'enc' }),
      await jwk(ROTATED.publicKey, { kid: 'k-ec' }),
      await jwk(WEAK.publicKey, { kid: 'k-weak' }),
      { kty: 'oct', kid: 'k-secret', k: base64url.encode('x'.repeat(64)) },
      await jwk(FOREIGN.publicKey, {}),
    ],
  }).keys;
}

export const awaited = (changed: Partial<AwaitedLaunch> = {}): AwaitedLaunch => ({
  issuer: 'https://lms.example',
  clientId: 'client-1',
  algorithms: ['RS256'],
  trustedAudiences: ['https://analytics.example'],
  nonceHash: hashOf('the-nonce'),
  begunAt: new Date(NOW.getTime() - 5_000),
  ...changed,
});

export const verifier = (
  keys: readonly PlatformKey[],
  changed: Partial<LaunchVerifier> = {},
): LaunchVerifier => ({
  keyOf: async (keyId) => keys.find(({ kid }) => kid === keyId),
  now: NOW,
  skewSeconds: 60,
  plainOrigins: [],
  ...changed,
});
