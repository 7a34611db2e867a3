import { createServer, type Server } from 'node:net';
import { built, OPERATIONS } from '@openrounds/contracts';
import { calculateJwkThumbprint } from 'jose';
import request from 'supertest';
import { describeInFull } from '@openrounds/testing';
import { sharedStack } from '../support/shared-stack';
import { startStack, WITH_INTEGRATION, type Stack } from '../support/stack';

jest.setTimeout(120_000);

/** A stack with a public address is one of its own; a commit is checked without it, `npm run test:full` with it. */
const EXAMPLE = built(OPERATIONS.registerLtiPlatform.body).parse(
  built(OPERATIONS.registerLtiPlatform.body).meta()?.['example'],
);

it('without a public address there are no learning platforms', async () => {
  const { baseUrl, apiKey } = await sharedStack();
  const grades = '/v1/lti/grades?assignmentId=0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
  for (const path of ['/lti/jwks', '/lti/config.json', '/v1/lti/registrations', grades]) {
    const { status, body } = await request(baseUrl).get(path).auth(apiKey, { type: 'bearer' });
    expect([status, body.type]).toEqual([404, '/problems/not-found']);
  }
});

describeInFull('with a public address', () => {
  let stack: Stack;
  /** Counts who comes, and answers nobody. */
  let inside: Server;
  let port = 0;
  let connections = 0;

  beforeAll(async () => {
    inside = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    const address = inside.address();
    port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    stack = await startStack({ commonEnv: WITH_INTEGRATION });
  });
  afterAll(async () => {
    inside.close();
    await stack.stop();
  });

  const send = (method: 'get' | 'post' | 'delete', path: string) =>
    request(stack.baseUrl)[method](path).auth(stack.apiKey, { type: 'bearer' });
  const register = (changed: object) =>
    send('post', '/v1/lti/registrations').send({ ...EXAMPLE, ...changed });

  it('one RSA key is published, by its thumbprint and without a private part', async () => {
    const { status, body } = await request(stack.baseUrl).get('/lti/jwks');
    expect([status, body.keys.length]).toEqual([200, 1]);
    const [key] = body.keys;
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(key.kid).toBe(await calculateJwkThumbprint(key));
  });

  it('the public host is served, and platforms are told its addresses', async () => {
    const asked = request(stack.baseUrl).get('/lti/config.json').set('host', 'rounds.example');
    const { status, body } = await asked;
    expect([status, body.oidc_initiation_url]).toEqual([200, 'https://rounds.example/lti/login']);
  });

  it('a platform is registered once, changed, listed and removed', async () => {
    const { status, body } = await register({});
    expect([status, body.issuer]).toEqual([200, EXAMPLE.issuer]);
    expect((await register({ name: 'Renamed' })).body).toEqual({ ...body, name: 'Renamed' });
    expect((await send('get', '/v1/lti/registrations')).body.items).toHaveLength(1);
    const one = `/v1/lti/registrations/${body.id}`;
    expect([(await send('delete', one)).status, (await send('delete', one)).status]).toEqual([204, 404]);
    expect((await send('post', `${one}/check`)).status).toBe(404);
  });

  it('launches are answered by pages: what is wrong, a code, and nobody’s frame', async () => {
    const begin = '/lti/login?iss=https%3A%2F%2Fnobody.example&login_hint=h';
    const { status, text, headers } = await request(stack.baseUrl).get(begin).set('accept-language', 'zh');
    expect([status, headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(text).toContain('lti-not-registered');
    expect(text).toContain('lang="zh-Hans"');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['cross-origin-opener-policy']).toBe('unsafe-none');
    const doubled = await request(stack.baseUrl).post('/lti/launch').type('form').send('state=a&state=b');
    expect([doubled.status, doubled.text.includes('lti-claims')]).toEqual([400, true]);
    const unknown = await request(stack.baseUrl).post('/lti/launch').type('form').send('state=a&id_token=b');
    expect([unknown.status, unknown.text.includes('lti-expired')]).toEqual([400, true]);
  });

  it('forms are taken below /lti alone, up to 64 KB, and nothing else there', async () => {
    const post = (path: string, type: string, body: string) =>
      request(stack.baseUrl).post(path).type(type).send(body);
    expect((await post('/lti/launch', 'json', '{}')).status).toBe(415);
    expect((await post('/v1/session/launch', 'form', 'ticket=x')).status).toBe(415);
    expect((await post('/lti/launch', 'form', `id_token=${'a'.repeat(70_000)}`)).status).toBe(413);
  });

  it('a link to register by is made once and told once; one that was made up is refused', async () => {
    const made = await send('post', '/v1/lti/registration-links');
    expect([made.status, made.body.url.startsWith('https://rounds.example/lti/register?code=')]).toEqual([
      201,
      true,
    ]);
    const { url: _url, ...kept } = made.body;
    expect((await send('get', '/v1/lti/registration-links')).body.items).toEqual([kept]);
    const madeUp = '/lti/register?code=x&openid_configuration=https%3A%2F%2F127.0.0.1%2F';
    expect((await request(stack.baseUrl).get(madeUp)).status).toBe(400);
    const code = new URL(made.body.url).searchParams.get('code') ?? '';
    const addresses = [
      '169.254.169.254',
      `localhost:${String(port)}`,
      `127.0.0.1:${String(port)}`,
      '10.0.0.5',
    ];
    for (const host of addresses) {
      const at = encodeURIComponent(`https://${host}/configuration`);
      const leadingInside = `/lti/register?code=${code}&openid_configuration=${at}`;
      const { status, text } = await request(stack.baseUrl).get(leadingInside);
      expect([host, status, text.includes('address-refused')]).toEqual([host, 400, true]);
    }
    expect(connections).toBe(0);
  });

  it('deployments, problems and sessions of launches', async () => {
    expect((await send('get', '/v1/lti/deployments')).body.items).toEqual([]);
    expect((await send('get', '/v1/lti/launch-problems')).body.items).toEqual([]);
    const ticket = 'A'.repeat(43);
    const { status, body } = await request(stack.baseUrl).post('/v1/session/launch').send({ ticket });
    expect([status, body.type]).toEqual([401, '/problems/unauthenticated']);
  });

  it('what is not an address of a platform is named', async () => {
    const { status, body } = await register({
      authorizationUrl: 'https://lms.example:99999/',
      tokenUrl: 'http://lms.example/token',
      keySetUrl: 'lms',
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/authorizationUrl',
      '/tokenUrl',
      '/keySetUrl',
    ]);
  });

  it('addresses in here are refused, each by its reason, and nobody is connected to', async () => {
    const addresses = [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `2130706433:${port}`,
      `[::ffff:7f00:1]:${port}`,
    ];
    for (const host of [...addresses, '169.254.169.254', '10.0.0.5']) {
      const urls = { keySetUrl: `https://${host}/keys`, tokenUrl: `https://${host}/token` };
      const { body: registered } = await register({ clientId: host, ...urls });
      const { status, body } = await send('post', `/v1/lti/registrations/${registered.id}/check`);
      expect([host, status, body.passed]).toEqual([host, 200, false]);
      const outcomes = body.steps.map(({ outcome }: { outcome: string }) => outcome);
      expect(outcomes).toEqual(['address-refused', 'address-refused']);
    }
    expect(connections).toBe(0);
    expect(stack.logs('integration')).toContain('"outcome":"address-refused"');
  });
});
