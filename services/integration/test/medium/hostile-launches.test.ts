import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { type LaunchCode, LaunchRefused, readFields } from '@openrounds/lti';
import { newId } from '@openrounds/platform';
import { LTI_CLAIM, MEMBERSHIP, MockPlatform, type MigratedDatabase, type Values } from '@openrounds/testing';
import { base64url } from 'jose';
import { type Begun, type Launching, launchingIn, PUBLIC_URL } from '../fixtures/launching';
import { openDatabase } from '../fixtures/stores';

const claim = (name: string, value: unknown): Values => ({ [`${LTI_CLAIM}${name}`]: value });
const GRADES = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const CHOICE = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const SECOND_ROLES = ['Instructor', `${MEMBERSHIP}#Learner`];

// Fifty launches at once take a while on a busy machine.
jest.setTimeout(30_000);

describe('launches of a hostile platform', () => {
  let opened: MigratedDatabase;
  let tool: Launching;
  const platform = new MockPlatform();
  const other = new MockPlatform();
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let ours = '';
  let theirs = '';

  beforeAll(async () => {
    opened = await openDatabase();
    await Promise.all([platform.start(), other.start()]);
    platform.otherKeys.set('weak', weak.publicKey);
    tool = launchingIn(opened, [platform, other]);
    await tool.register(platform, 'school');
    const id = await tool.register(other, 'other-school');
    await tool.stores.courses.see({ tenantId: 'other-school', id }, 'theirs', new Date(), new Date());
    ours = tool.content('school');
    theirs = tool.content('other-school');
  });
  afterAll(async () => {
    await Promise.all([platform.stop(), other.stop()]);
    await opened.close();
  });

  const target = (id = ours): Values => claim('target_link_uri', `${PUBLIC_URL}/lti/r/${id}`);
  const claims = (begun: Begun, changed: Values = {}): Values => ({
    ...platform.claims(begun, target()),
    ...changed,
  });
  const seconds = (): number => Math.floor(Date.now() / 1_000);
  const choice = (settings: Values): Values => ({
    ...claim('message_type', 'LtiDeepLinkingRequest'),
    ...claim('roles', [`${MEMBERSHIP}#Instructor`]),
    [CHOICE]: { accept_types: ['ltiResourceLink'], ...settings },
  });

  type Launch = (begun: Begun) => Promise<string>;
  const said =
    (changed: Values | (() => Values), header: Values = {}): Launch =>
    (begun) =>
      platform.sign(claims(begun, typeof changed === 'function' ? changed() : changed), header);
  const without =
    (...names: string[]): Launch =>
    (begun) => {
      const left = Object.entries(claims(begun)).filter(([name]) => !names.includes(name));
      return platform.sign(Object.fromEntries(left));
    };
  const bare = (header: Values, payload: Values): string =>
    [header, payload].map((part) => base64url.encode(JSON.stringify(part))).join('.');

  /** Launches with its own cookie, and says which ticket or code came of it. */
  async function launched(make: Launch, login: Record<string, string | undefined> = {}) {
    const begun = await tool.login(platform, login);
    return tool.take(begun.state, await make(begun), begun.secret);
  }

  describe('valid ones are let in', () => {
    const VALID: [string, Launch, Record<string, string | undefined>][] = [
      ['the usual one', said({}), {}],
      ['without a client id', said({}), { client_id: undefined }],
      ['with a deployment at login', said({}), { lti_deployment_id: '7', lti_message_hint: 'm' }],
      ['audiences, of which we are the party', said({ aud: ['client-1'], azp: 'client-1' }), {}],
      ['a clock 45 s before ours', said(() => ({ iat: seconds() + 45 })), {}],
      ['bare role names', said(claim('roles', ['Learner'])), {}],
      ['long role URIs', said(claim('roles', SECOND_ROLES)), {}],
      ['no gradebook', without(GRADES), {}],
      ['a copied course', said(claim('context', { id: 'course-10' })), {}],
      ['a choice of links', said(() => choice({ deep_link_return_url: `${platform.origin}/deep` })), {}],
    ];
    it.each(VALID)('%s', async (_, make, login) => {
      expect((await launched(make, login)).outcome).toBe('ticket');
    });

    it('a target that the platform rewrote, by our own parameter', async () => {
      const rewritten = {
        ...claim('target_link_uri', 'https://lms.example/x'),
        ...claim('custom', { openrounds: ours }),
      };
      expect((await launched(said(rewritten))).outcome).toBe('ticket');
    });

    it('a key that was rotated just now', async () => {
      await launched(said({}));
      platform.rotate('k2');
      expect((await launched(said({}))).outcome).toBe('ticket');
    });

    it('a browser that has the platform’s storage alone, in one try of three', async () => {
      const begun = await tool.login(platform, { lti_storage_target: '_parent' });
      const told = await tool.take(begun.state, await said({})(begun), null);
      expect(told).toMatchObject({
        outcome: 'prove',
        storage: { target: '_parent', origin: platform.origin },
      });
      const { launchId, secret } = begun;
      expect(await tool.prove.execute({ launchId, secret: null }, 'r')).toMatchObject({
        code: 'lti-other-browser',
      });
      expect(await tool.prove.execute({ launchId, secret }, 'r')).toMatchObject({ outcome: 'ticket' });
      expect(await tool.prove.execute({ launchId, secret }, 'r')).toMatchObject({ code: 'lti-spent' });
    });

    it('a ticket is changed once, and says who came, by which link, to what', async () => {
      const told = await launched(said({}));
      if (told.outcome !== 'ticket') throw new Error('no ticket');
      const { ticket } = told;
      const redeemed = await tool.redeem.execute({ ticket });
      expect(redeemed).toMatchObject({
        ...{ tenantId: 'school', role: 'student', message: 'resource-link', locale: 'en' },
        link: { kind: 'assignment', resourceId: ours },
        returnUrl: `${platform.origin}/course`,
      });
      await expect(tool.redeem.execute({ ticket })).rejects.toMatchObject({ code: 'unauthenticated' });
      const again = await launched(said({}));
      const second = again.outcome === 'ticket' ? await tool.redeem.execute({ ticket: again.ticket }) : null;
      expect([second?.learnerId, second?.link?.id]).toEqual([redeemed.learnerId, redeemed.link?.id]);
      const copied = await launched(said(claim('context', { id: 'course-11' })));
      const third = copied.outcome === 'ticket' ? await tool.redeem.execute({ ticket: copied.ticket }) : null;
      expect(third?.link).toMatchObject({ resourceId: ours });
      expect(third?.link?.id).not.toBe(redeemed.link?.id);
    });
  });

  const SIGNATURE = 'lti-signature';
  const CLAIMS = 'lti-claims';
  const INVALID: [string, LaunchCode, Launch][] = [
    ['no algorithm', SIGNATURE, async (begun) => `${bare({ alg: 'none', kid: 'k1' }, claims(begun))}.`],
    [
      'an HMAC with the public key',
      SIGNATURE,
      async (begun) => {
        const unsigned = bare({ alg: 'HS256', kid: platform.key.id }, claims(begun));
        const secret = platform.key.pair.publicKey.export({ type: 'spki', format: 'pem' });
        return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
      },
    ],
    ['an algorithm that is not registered', SIGNATURE, said({}, { alg: 'RS384' })],
    ['no key id', SIGNATURE, said({}, { kid: undefined })],
    ['an unknown key id', SIGNATURE, said({}, { kid: 'nobody' })],
    ['the key of another platform', SIGNATURE, (begun) => other.sign(claims(begun), { kid: 'another' })],
    [
      'a foreign key under our key id',
      SIGNATURE,
      (begun) => platform.sign(claims(begun), {}, foreign.privateKey),
    ],
    ['a changed signature', SIGNATURE, async (begun) => (await said({})(begun)).replace(/.{6}$/, 'AAAAAA')],
    [
      'a changed payload',
      SIGNATURE,
      async (begun) => {
        const [header, , signature] = (await said({})(begun)).split('.');
        return [header, base64url.encode(JSON.stringify(claims(begun, { sub: 'admin' }))), signature].join(
          '.',
        );
      },
    ],
    [
      'an RSA key of 1024 bits',
      SIGNATURE,
      async (begun) => {
        const unsigned = bare({ alg: 'RS256', kid: 'weak' }, claims(begun));
        return `${unsigned}.${createSign('sha256').update(unsigned).sign(weak.privateKey, 'base64url')}`;
      },
    ],
    [
      'a critical header',
      SIGNATURE,
      async (begun) =>
        `${bare({ alg: 'RS256', kid: platform.key.id, crit: ['b64'], b64: true }, claims(begun))}.AAAA`,
    ],
    ...(['jwk', 'jku', 'x5u'] as const).map((name): [string, LaunchCode, Launch] => [
      `a key that the header brings (${name})`,
      SIGNATURE,
      (begun) => {
        const brought =
          name === 'jwk' ? foreign.publicKey.export({ format: 'jwk' }) : 'https://evil.example/k';
        return platform.sign(claims(begun), { kid: 'brought', [name]: brought }, foreign.privateKey);
      },
    ]),
    ['an encrypted token', SIGNATURE, async () => 'eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d'],
    ['a foreign issuer', CLAIMS, said({ iss: 'https://evil.example' })],
    ['an issuer with a slash more', CLAIMS, said(() => ({ iss: `${platform.issuer}/` }))],
    ['a foreign audience', CLAIMS, said({ aud: 'somebody' })],
    ['audiences without us', CLAIMS, said({ aud: ['a', 'b'], azp: 'a' })],
    ['an audience that is not trusted', CLAIMS, said({ aud: ['client-1', 'evil'], azp: 'client-1' })],
    ['audiences without a party', CLAIMS, said({ aud: ['client-1', 'client-1'] })],
    ['a foreign party', CLAIMS, said({ aud: 'client-1', azp: 'evil' })],
    ['an end that is past', 'lti-expired', said(() => ({ exp: seconds() - 61 }))],
    ['no end', CLAIMS, without('exp')],
    ['made in the future', 'lti-clock', said(() => ({ iat: seconds() + 90 }))],
    ['made long before its login', 'lti-clock', said(() => ({ iat: seconds() - 700 }))],
    ['not good yet', 'lti-clock', said(() => ({ nbf: seconds() + 90 }))],
    ['no nonce', CLAIMS, without('nonce')],
    ['the nonce of another login', CLAIMS, said({ nonce: 'x'.repeat(43) })],
    ['no deployment', CLAIMS, without(`${LTI_CLAIM}deployment_id`)],
    ['an unknown deployment', 'lti-deployment-pending', said(claim('deployment_id', 'new'))],
    ['a pending deployment', 'lti-deployment-pending', said(claim('deployment_id', 'new'))],
    ['the deployment of another tenant', 'lti-deployment-pending', said(claim('deployment_id', 'theirs'))],
    ['another version', CLAIMS, said(claim('version', '1.1'))],
    ['another message', CLAIMS, said(claim('message_type', 'Evil'))],
    ['no resource link', CLAIMS, without(`${LTI_CLAIM}resource_link`)],
    ['no person', CLAIMS, without('sub')],
    ['roles that are no list', CLAIMS, said(claim('roles', 'Instructor'))],
    ['a foreign target', CLAIMS, said(claim('target_link_uri', `https://evil.example/lti/r/${newId()}`))],
    ['a target of another tenant', 'lti-resource-gone', (begun) => said(target(theirs))(begun)],
    ['a target against our parameter', CLAIMS, said(claim('custom', { openrounds: newId() }))],
    [
      'a return address that is a script',
      CLAIMS,
      said(claim('launch_presentation', { return_url: 'javascript:alert(1)' })),
    ],
    ['a choice without an address', CLAIMS, said(choice({}))],
    [
      'a choice by a student',
      CLAIMS,
      (begun) =>
        said({ ...choice({ deep_link_return_url: `${platform.origin}/d` }), ...claim('roles', ['Learner']) })(
          begun,
        ),
    ],
    [
      'a review of another learner by a student',
      'lti-resource-gone',
      said({
        ...claim('message_type', 'LtiSubmissionReviewRequest'),
        ...claim('for_user', { user_id: 'user-2' }),
      }),
    ],
    ['a token of a megabyte', SIGNATURE, async () => `${'a'.repeat(1_000_000)}.b.c`],
  ];

  describe('invalid ones leave nobody behind', () => {
    let before = '';
    beforeEach(async () => {
      before = await tool.counts();
    });
    afterEach(async () => {
      expect(await tool.counts()).toBe(before);
      expect([...tool.hosts]).toEqual(['127.0.0.1']);
    });

    it.each(INVALID)('%s: %s', async (_, code, make) => {
      expect(await launched(make)).toMatchObject({ outcome: 'refused', code });
    });

    it('no token, whether it was in the query or nowhere', async () => {
      const { state, secret } = await tool.login(platform);
      expect(await tool.take(state, null, secret)).toMatchObject({ code: CLAIMS });
    });

    it('a field twice', () => {
      expect(() => readFields('state=a&id_token=b&id_token=c')).toThrow(LaunchRefused);
    });

    it('a token under a state that it was not made for', async () => {
      const [first, second] = [await tool.login(platform), await tool.login(platform)];
      const told = await tool.take(second.state, await said({})(first), second.secret);
      expect(told).toMatchObject({ code: CLAIMS });
    });

    it('a state that was never given, is old, or is of another platform', async () => {
      const begun = await tool.login(platform);
      const token = await said({})(begun);
      const made = `${begun.launchId}.${'A'.repeat(43)}`;
      expect(await tool.take(made, token, begun.secret)).toMatchObject({ code: 'lti-expired' });
      tool.time.offsetMs = 601_000;
      expect(await tool.take(begun.state, token, begun.secret)).toMatchObject({ code: 'lti-expired' });
      tool.time.offsetMs = 0;
      const theirLogin = await tool.login(other);
      const told = await tool.take(theirLogin.state, await said({})(theirLogin), theirLogin.secret);
      expect(told).toMatchObject({ code: SIGNATURE });
    });

    it('a form that another browser brings: told where it may begin', async () => {
      const begun = await tool.login(platform, { lti_message_hint: 'm' });
      const told = await tool.take(begun.state, await said({})(begun), null);
      const again = { issuer: platform.issuer, clientId: 'client-1', loginHint: 'hint', messageHint: 'm' };
      expect(told).toMatchObject({ code: 'lti-other-browser', again });
    });

    it('a platform that is registered nowhere, or twice', async () => {
      const at = (fields: Record<string, string | undefined>) => tool.login(platform, fields);
      await expect(at({ iss: 'https://nobody.example' })).rejects.toMatchObject({
        code: 'lti-not-registered',
      });
      await tool.register(platform, 'school', 'client-2');
      await expect(at({ client_id: undefined })).rejects.toMatchObject({ code: 'lti-ambiguous' });
    });
  });

  it('one form twice, or fifty times at once: one ticket', async () => {
    const begun = await tool.login(platform);
    const token = await said({})(begun);
    const told = await Promise.all(
      Array.from({ length: 50 }, () => tool.take(begun.state, token, begun.secret)),
    );
    expect(told.filter(({ outcome }) => outcome === 'ticket')).toHaveLength(1);
    expect(await tool.take(begun.state, token, begun.secret)).toMatchObject({ code: 'lti-spent' });
  });

  it('administrators are told why, and nothing of a person', async () => {
    const problems = await tool.stores.problems.list('school', 200, undefined);
    expect(new Set(problems.map(({ cause }) => cause)).size).toBeGreaterThan(15);
    expect(JSON.stringify(problems)).not.toMatch(/user-17|Ada|hint/);
  });
});
