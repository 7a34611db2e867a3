import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type LtiRegistration } from '@openrounds/contracts';
import { createOutboundHttp } from '@openrounds/outbound-http';
import { createLocalJWKSet, exportJWK, jwtVerify } from 'jose';
import { FolderToolKeys } from './folder-tool-keys';
import { HttpPlatformProbe } from './http-platform-probe';

// The first request of a process loads the way out, which takes a while on a busy machine.
jest.setTimeout(30_000);

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [OURS, THEIRS] = [rsa(), rsa()];
const toolKeys = FolderToolKeys.from({
  current: 'lti-1',
  keys: new Map([['lti-1', OURS.privateKey]]),
});

/** A platform that gives a token only to whom it knows, by the keys that we publish. */
class Platform {
  keySet: unknown;
  server!: Server;

  async start(): Promise<void> {
    this.keySet = { keys: [{ ...(await exportJWK(THEIRS.publicKey)), kid: 'k1', use: 'sig' }] };
    this.server = createServer((request, response) => {
      void this.answer(request).then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage): Promise<readonly [number, unknown]> {
    if (request.url === '/keys') return [200, this.keySet];
    if (request.url !== '/token') return [404, { error: 'not_found' }];
    const form = new URLSearchParams(await text(request));
    const assertion = form.get('client_assertion') ?? '';
    const keys = createLocalJWKSet(await toolKeys.published());
    const known = { issuer: 'client-1', subject: 'client-1', audience: `${this.origin}/token` };
    return jwtVerify(assertion, keys, known).then(
      () => [200, { access_token: 'secret', token_type: 'Bearer', expires_in: 3_600 }],
      () => [401, { error: 'invalid_client' }],
    );
  }
}

const platform = new Platform();
beforeAll(() => platform.start());
afterAll(() => {
  platform.server.closeAllConnections();
  platform.server.close();
});

const registered = (changed: Partial<LtiRegistration> = {}): LtiRegistration => ({
  id: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
  name: 'Platform',
  issuer: platform.origin,
  clientId: 'client-1',
  authorizationUrl: `${platform.origin}/auth`,
  tokenUrl: `${platform.origin}/token`,
  keySetUrl: `${platform.origin}/keys`,
  tokenAudience: null,
  algorithms: ['RS256'],
  frameOrigins: [],
  roster: false,
  createdAt: '2026-11-22T12:00:00.000Z',
  ...changed,
});
const probe = () =>
  new HttpPlatformProbe(
    createOutboundHttp({ userAgent: 'OpenRounds/test', loopbackOrigins: [platform.origin] }),
    toolKeys,
    { now: () => new Date() },
  );

it('a platform that knows us passes', async () => {
  expect(await probe().keys(registered())).toEqual({ step: 'keys', outcome: 'ok', status: 200 });
  expect(await probe().token(registered())).toEqual({ step: 'token', outcome: 'ok', status: 200 });
});

it.each<[string, Partial<LtiRegistration>]>([
  ['another client id', { clientId: 'client-2' }],
  ['another audience', { tokenAudience: 'https://elsewhere.example/token' }],
])('%s is refused by it, which is told', async (_, changed) => {
  const expected = { step: 'token', outcome: 'refused', status: 401 };
  expect(await probe().token(registered(changed))).toEqual(expected);
});

it('a wrong address is told as what the platform answers there', async () => {
  const keySetUrl = `${platform.origin}/nowhere`;
  expect(await probe().keys(registered({ keySetUrl }))).toMatchObject({ outcome: 'refused', status: 404 });
});

it.each<[string, unknown]>([
  ['no-keys', { keys: [{ kty: 'RSA' }] }],
  ['not-understood', { error: 'none' }],
])('%s: what a key set is not', async (outcome, keySet) => {
  const before = platform.keySet;
  platform.keySet = keySet;
  expect(await probe().keys(registered())).toMatchObject({ outcome });
  platform.keySet = before;
});

it('an address in here is not asked at all', async () => {
  for (const keySetUrl of ['https://169.254.169.254/keys', 'https://localhost/keys', 'https://10.0.0.5/keys'])
    expect(await probe().keys(registered({ keySetUrl }))).toEqual({
      step: 'keys',
      outcome: 'address-refused',
      status: null,
    });
});
