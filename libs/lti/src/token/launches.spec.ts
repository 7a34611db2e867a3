import { base64url } from 'jose';
import {
  awaited,
  bare,
  choiceClaims,
  claim,
  FOREIGN,
  keySet,
  NOW,
  omit,
  OURS,
  PUBLIC_URL,
  RESOURCE,
  ROTATED,
  SECONDS,
  signed,
  usualClaims,
  type Values,
  verifier,
  WEAK,
} from '../../test/forged-platform';
import { resourceOf } from '../claims/target';
import { readFields, readLogin } from '../login/login-request';
import { LaunchRefused } from '../refusal/launch-refused';
import { type PlatformKey } from './platform-key';
import { type AwaitedLaunch, type LaunchVerifier, verifyLaunch } from './verify-launch';

let keys: readonly PlatformKey[];
beforeAll(async () => {
  keys = await keySet();
});

const read = (token: string, row: Partial<AwaitedLaunch> = {}, by: Partial<LaunchVerifier> = {}) =>
  verifyLaunch(token, awaited(row), verifier(keys, by));

/** A launch opened: verified, and its resource found. */
async function opened(token: string, row: Partial<AwaitedLaunch> = {}, by: Partial<LaunchVerifier> = {}) {
  const launch = await read(token, row, by);
  return { launch, resource: launch.link === null ? null : resourceOf(launch.link, PUBLIC_URL) };
}

async function refusal(work: () => Promise<unknown>): Promise<LaunchRefused> {
  const thrown = await work().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof LaunchRefused)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown;
}

const usual = (changed: Values = {}, header: Values = {}) =>
  signed({ ...usualClaims(), ...changed }, OURS.privateKey, header);
const without = (...names: string[]) => signed(omit(usualClaims(), ...names), OURS.privateKey);

describe('a launch that is as it should be', () => {
  it('is read, and of the person nothing but the id', async () => {
    const { launch, resource } = await opened(await usual());
    expect(launch).toEqual({
      message: 'resource-link',
      subject: 'user-17',
      deploymentId: '7',
      contextId: 'course-9',
      roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      locale: 'zh-CN',
      returnUrl: 'https://lms.example/back',
      rosterUrl: null,
      link: {
        id: 'link-3',
        targetUri: `${PUBLIC_URL}/lti/r/${RESOURCE}`,
        resourceId: RESOURCE,
        reviewedSubject: null,
        grades: {
          scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
          lineItemsUrl: null,
          lineItemUrl: 'https://lms.example/items/1/lineitem?type_id=2',
        },
      },
      choice: null,
    });
    expect(resource).toBe(RESOURCE);
  });

  it.each<[string, () => Promise<string>, Partial<AwaitedLaunch>?]>([
    [
      'several audiences, all trusted, with azp',
      () => usual({ aud: ['client-1', 'https://analytics.example'], azp: 'client-1' }),
    ],
    ['an audience in an array', () => usual({ aud: ['client-1'] })],
    ['a clock 45 s ahead', () => usual({ iat: SECONDS + 45, nbf: SECONDS + 45 })],
    ['a clock 45 s behind', () => usual({ iat: SECONDS - 50, exp: SECONDS - 45 })],
    [
      'another algorithm, registered',
      () => signed(usualClaims(), ROTATED.privateKey, { alg: 'ES256', kid: 'k-ec' }),
      { algorithms: ['RS256', 'ES256'] },
    ],
    ['no gradebook', () => without('https://purl.imsglobal.org/spec/lti-ags/claim/endpoint')],
    ['no course, nothing on presentation', () => without(claim('context'), claim('launch_presentation'))],
    ['a locale that is none', () => usual({ [claim('launch_presentation')]: { locale: 7 } })],
    [
      'a target that was rewritten, with our parameter',
      () => usual({ [claim('target_link_uri')]: 'https://lms.example/rewritten' }),
    ],
    ['a target without our parameter', () => without(claim('custom'))],
    [
      'a key address in the header, which is not looked at',
      () => usual({}, { jku: 'https://evil.example/keys' }),
    ],
  ])('%s', async (_, token, row = {}) => {
    expect((await opened(await token(), row)).resource).toBe(RESOURCE);
  });

  it('a choice of links', async () => {
    const { launch } = await opened(await signed(choiceClaims(), OURS.privateKey));
    expect([launch.message, launch.link]).toEqual(['deep-linking', null]);
    expect(launch.choice).toEqual({
      returnUrl: 'https://lms.example/deep',
      acceptTypes: ['ltiResourceLink'],
      acceptMultiple: true,
      acceptLineItem: true,
      data: 'opaque',
    });
  });

  it('a review names whose work is looked at', async () => {
    const token = await usual({
      [claim('message_type')]: 'LtiSubmissionReviewRequest',
      [claim('for_user')]: { user_id: 'user-18', name: 'Bo' },
    });
    expect((await opened(token)).launch).toMatchObject({
      message: 'submission-review',
      link: { reviewedSubject: 'user-18' },
    });
  });
});

const tampered = async (part: 0 | 1 | 2): Promise<string> => {
  const parts = (await usual()).split('.');
  if (part === 1) parts[1] = base64url.encode(JSON.stringify({ ...usualClaims(), sub: 'user-1' }));
  else parts[part] = base64url.encode('x'.repeat(256));
  return parts.join('.');
};
const hs256 = () => {
  const pem = OURS.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return signed(usualClaims(), new TextEncoder().encode(pem), { alg: 'HS256' });
};
const embedded = async (name: string, value: unknown) =>
  signed(usualClaims(), FOREIGN.privateKey, { [name]: value });

describe('a token that nobody we know signed', () => {
  it.each<[string, string, () => string | Promise<string>, Partial<AwaitedLaunch>?]>([
    ['unsigned', 'algorithm', () => bare({ alg: 'none', kid: 'k1' }, usualClaims())],
    ['unsigned, in other letters', 'algorithm', () => bare({ alg: 'nOnE', kid: 'k1' }, usualClaims())],
    ['HMAC with the public key', 'algorithm', hs256],
    [
      'an algorithm that is not registered',
      'algorithm',
      () => signed(usualClaims(), ROTATED.privateKey, { alg: 'ES256', kid: 'k-ec' }),
    ],
    ['no algorithm', 'algorithm', () => bare({ kid: 'k1' }, usualClaims(), 'AAAA')],
    ['no key id', 'key-id', () => signed(usualClaims(), OURS.privateKey, { kid: undefined })],
    ['a key id that is no text', 'key-id', () => bare({ alg: 'RS256', kid: 7 }, usualClaims(), 'AAAA')],
    ['a key id that is not in the set', 'unknown-key', () => usual({}, { kid: 'k9' })],
    ['the key id of a key for encryption', 'unknown-key', () => usual({}, { kid: 'k-encryption' })],
    ['the key id of a secret', 'unknown-key', () => usual({}, { kid: 'k-secret' })],
    ['the key id of a curve', 'unknown-key', () => usual({}, { kid: 'k-ec' })],
    ['a foreign key under the known id', 'signature', () => signed(usualClaims(), FOREIGN.privateKey)],
    ['another signature', 'signature', () => tampered(2)],
    ['another payload', 'signature', () => tampered(1)],
    ['another header', 'token-form', () => tampered(0)],
    [
      'an RSA key of 1024 bits',
      'weak-key',
      () => bare({ alg: 'RS256', kid: 'k-weak' }, usualClaims(), 'AAAA'),
    ],
    [
      'a critical extension',
      'critical-header',
      () => bare({ alg: 'RS256', kid: 'k1', crit: ['exp'] }, usualClaims(), 'AAAA'),
    ],
    [
      'a key of its own',
      'signature',
      async () => embedded('jwk', FOREIGN.publicKey.export({ format: 'jwk' })),
    ],
    ['the address of a key set of its own', 'signature', () => embedded('jku', 'https://evil.example/keys')],
    [
      'the address of a certificate of its own',
      'signature',
      () => embedded('x5u', 'https://evil.example/cert'),
    ],
    ['encrypted', 'token-form', () => 'eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d'],
    ['no token', 'token-form', () => 'token'],
    ['no JSON in its header', 'token-form', () => 'e30x.e30.AAAA'],
    ['a megabyte', 'token-form', () => `${bare({ alg: 'RS256', kid: 'k1' }, {})}${'A'.repeat(1_000_000)}`],
    ['a payload that is no JSON', 'signature', async () => `${(await usual()).split('.')[0]}.bm8.AAAA`],
  ])('%s', async (_, reason, make, row = {}) => {
    const token = await make();
    expect(await refusal(() => opened(token, row))).toMatchObject({ code: 'lti-signature', reason });
  });

  it('a key set that is not to be had is not a forgery', async () => {
    const keyOf = () => Promise.reject(new LaunchRefused('lti-keys-unreachable', 'keys'));
    const token = await usual();
    expect((await refusal(() => read(token, {}, { keyOf }))).code).toBe('lti-keys-unreachable');
  });

  it('keys without an id are none', () => {
    expect(keys.map(({ kid }) => kid)).toEqual(['k1', 'k-encryption', 'k-ec', 'k-weak', 'k-secret']);
    expect(JSON.stringify(keys)).not.toContain('"k":');
    expect(WEAK.publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
  });
});

describe('a token that is signed, and not for this launch', () => {
  it.each<[string, string, () => Promise<string>]>([
    ['a foreign issuer', 'issuer', () => usual({ iss: 'https://other.example' })],
    ['the issuer with a slash more', 'issuer', () => usual({ iss: 'https://lms.example/' })],
    ['a foreign audience', 'audience', () => usual({ aud: 'client-2' })],
    [
      'audiences without us',
      'audience',
      () => usual({ aud: ['client-2', 'https://analytics.example'], azp: 'client-1' }),
    ],
    [
      'an audience more that nobody trusts',
      'audience',
      () => usual({ aud: ['client-1', 'client-2'], azp: 'client-1' }),
    ],
    [
      'several audiences without azp',
      'authorized-party',
      () => usual({ aud: ['client-1', 'https://analytics.example'] }),
    ],
    ['a foreign azp', 'authorized-party', () => usual({ azp: 'client-2' })],
    ['the nonce of another launch', 'nonce', () => usual({ nonce: 'another' })],
    ['no nonce', 'claim nonce', () => without('nonce')],
    ['no end', 'claim exp', () => without('exp')],
    ['no beginning', 'claim iat', () => without('iat')],
    ['no deployment', `claim ${claim('deployment_id')}`, () => without(claim('deployment_id'))],
    ['another version', `claim ${claim('version')}`, () => usual({ [claim('version')]: '1.1.0' })],
    [
      'another message',
      `claim ${claim('message_type')}`,
      () => usual({ [claim('message_type')]: 'LtiStartProctoring' }),
    ],
    ['no message', `claim ${claim('message_type')}`, () => without(claim('message_type'))],
    ['no link', `claim ${claim('resource_link')}`, () => without(claim('resource_link'))],
    ['nobody', 'claim sub', () => without('sub')],
    ['nobody, in an empty text', 'claim sub', () => usual({ sub: '' })],
    ['roles that are no list', `claim ${claim('roles')}`, () => usual({ [claim('roles')]: 'Learner' })],
    [
      'a way back that is a script',
      `claim ${claim('launch_presentation')} › return_url`,
      () => usual({ [claim('launch_presentation')]: { return_url: 'javascript:alert(1)' } }),
    ],
    [
      'a way back without TLS',
      `claim ${claim('launch_presentation')} › return_url`,
      () => usual({ [claim('launch_presentation')]: { return_url: 'http://lms.example/' } }),
    ],
    [
      'a choice without a way to answer',
      'claim https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
      () =>
        signed(
          omit(choiceClaims(), 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings'),
          OURS.privateKey,
        ),
    ],
    [
      'a review of nobody',
      `claim ${claim('for_user')}`,
      () => usual({ [claim('message_type')]: 'LtiSubmissionReviewRequest' }),
    ],
    [
      'a foreign target',
      'target',
      async () =>
        signed(
          omit({ ...usualClaims(), [claim('target_link_uri')]: 'https://evil.example/' }, claim('custom')),
          OURS.privateKey,
        ),
    ],
    [
      'a target beside our links',
      'target',
      () =>
        signed(
          omit(
            { ...usualClaims(), [claim('target_link_uri')]: `${PUBLIC_URL}/lti/r/../../teach` },
            claim('custom'),
          ),
          OURS.privateKey,
        ),
    ],
    [
      'a target against our parameter',
      'target',
      () => usual({ [claim('custom')]: { openrounds: '01234567-89ab-4cde-8f01-000000000000' } }),
    ],
    [
      'a parameter that is no id',
      'target',
      () =>
        usual({
          [claim('target_link_uri')]: 'https://lms.example/',
          [claim('custom')]: { openrounds: '../teach' },
        }),
    ],
  ])('%s', async (_, message, token) => {
    const made = await token();
    expect((await refusal(() => opened(made))).message).toBe(`lti-claims: ${message}`);
  });

  it.each<[string, string, string, Values, number?]>([
    ['made in the future', 'lti-clock', 'issued-at', { iat: SECONDS + 90 }, 90],
    ['made before its login began', 'lti-clock', 'issued-at', { iat: SECONDS - 300 }, -295],
    ['good only later', 'lti-clock', 'not-before', { nbf: SECONDS + 120 }, 120],
    ['no longer good', 'lti-expired', 'expiry', { exp: SECONDS - 61 }],
  ])('%s', async (_, code, reason, changed, clockSeconds = undefined) => {
    const token = await usual(changed);
    const thrown = await refusal(() => opened(token));
    expect([thrown.code, thrown.reason, thrown.detail.clockSeconds]).toEqual([code, reason, clockSeconds]);
  });

  it('left lying for more than ten minutes', async () => {
    const token = await usual({ exp: SECONDS + 3_600, iat: SECONDS - 661 });
    const begunAt = new Date(NOW.getTime() - 700_000);
    expect((await refusal(() => opened(token, { begunAt }))).code).toBe('lti-expired');
  });

  it('a URL of a test is taken over http only where its origin is listed', async () => {
    const token = await usual({
      [claim('launch_presentation')]: { return_url: 'http://lms.localhost:81/x' },
    });
    expect((await refusal(() => opened(token))).reason).toBe('claim');
    expect((await read(token, {}, { plainOrigins: ['http://lms.localhost:81'] })).returnUrl).toBe(
      'http://lms.localhost:81/x',
    );
  });
});

describe('the fields of a form', () => {
  it('are each given once', () => {
    expect(readFields('state=a&id_token=b%2Bc')).toEqual({ state: 'a', id_token: 'b+c' });
    expect(() => readFields('state=a&state=b')).toThrow('lti-claims: form');
  });

  it('begin a launch where issuer and hint are there', () => {
    const given = { iss: 'https://lms.example', login_hint: 'h', lti_storage_target: 'post_message' };
    expect(readLogin(given)).toEqual({
      issuer: 'https://lms.example',
      clientId: null,
      deploymentId: null,
      loginHint: 'h',
      messageHint: null,
      storageTarget: 'post_message',
    });
    expect(() => readLogin({ iss: 'https://lms.example' })).toThrow('lti-claims: login-request login_hint');
    expect(() => readLogin({ ...given, lti_storage_target: '<frame>' })).toThrow('lti_storage_target');
  });
});
