import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import {
  createRemoteJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type JWK,
  type KeyLike,
} from 'jose';
import { systemClock } from '@openrounds/platform';
import { JwksVerifier } from './jwks-verifier';

const ISSUER = 'https://login.example';
const AUDIENCE = 'openrounds';
const ALG = 'ES256';
const CLAIMS = { sub: 'teacher-1', tenant_id: 'school', role: 'teacher' };

/** An identity provider on this machine: publishes keys, signs tokens, can be out of order. */
class Issuer {
  readonly published: JWK[] = [];
  status = 200;
  body: string | undefined;
  private readonly keys = new Map<string, { privateKey: KeyLike; publicKey: KeyLike }>();
  private server: Server | undefined;

  async open(): Promise<void> {
    const server = createServer((_request, response) => {
      response.writeHead(this.status, { 'content-type': 'application/json' });
      response.end(this.body ?? JSON.stringify({ keys: this.published }));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await this.rotateTo('first');
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server?.close(() => {
        resolve();
      });
      this.server?.closeAllConnections();
    });
  }

  async rotateTo(kid: string): Promise<void> {
    const pair = await generateKeyPair(ALG);
    this.keys.set(kid, pair);
    this.published.splice(0, Infinity, { ...(await exportJWK(pair.publicKey)), kid, alg: ALG, use: 'sig' });
  }

  keyOf(kid: string): { privateKey: KeyLike; publicKey: KeyLike } {
    const pair = this.keys.get(kid);
    if (pair === undefined) throw new Error(`no key ${kid}`);
    return pair;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server?.address() as AddressInfo).port)}/keys`;
  }
}

const now = (): number => Math.floor(Date.now() / 1000);
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
type Payload = Record<string, unknown>;

describe('JwksVerifier', () => {
  let issuer: Issuer;
  let verifier: JwksVerifier;
  let settings: ConstructorParameters<typeof JwksVerifier>[0];
  let keys: ReturnType<typeof createRemoteJWKSet>;

  beforeEach(async () => {
    issuer = new Issuer();
    await issuer.open();
    settings = { issuer: ISSUER, audience: AUDIENCE, jwksUrl: issuer.url, algorithms: [ALG, 'RS256'] };
    keys = createRemoteJWKSet(new URL(issuer.url), { cooldownDuration: 0, timeoutDuration: 2_000 });
    verifier = new JwksVerifier(settings, systemClock, keys);
  });
  afterEach(() => issuer.close());

  const payloadOf = (changes: Payload = {}): Payload => ({
    iss: ISSUER,
    aud: AUDIENCE,
    exp: now() + 600,
    ...CLAIMS,
    ...changes,
  });
  const sign = (changes: Payload = {}, kid = 'first', header = kid): Promise<string> =>
    new SignJWT(JSON.parse(JSON.stringify(payloadOf(changes))) as Payload)
      .setProtectedHeader({ alg: ALG, kid: header })
      .sign(issuer.keyOf(kid).privateKey);

  it('knows whom a token names and until when', async () => {
    const exp = now() + 600;
    expect(await verifier.verify(await sign({ exp }))).toEqual({
      principal: { tenantId: 'school', subject: 'teacher-1', role: 'teacher' },
      expiresAt: new Date(exp * 1000),
    });
  });

  it.each<[string, () => Payload]>([
    ['that ended half a minute ago', () => ({ exp: now() - 30 })],
    ['that begins in half a minute', () => ({ nbf: now() + 30 })],
    ['for several audiences, ours among them', () => ({ aud: ['other', AUDIENCE] })],
  ])('takes a token %s', async (_what, changes) => {
    expect(await verifier.verify(await sign(changes()))).toBeDefined();
  });

  it.each<[string, () => Payload]>([
    ['without an end', () => ({ exp: undefined })],
    ['whose end is no number', () => ({ exp: 'tomorrow' })],
    ['that ended two minutes ago', () => ({ exp: now() - 120 })],
    ['that begins in two minutes', () => ({ nbf: now() + 120 })],
    ['of another issuer', () => ({ iss: 'https://other.example' })],
    ['of no issuer', () => ({ iss: undefined })],
    ['for another audience', () => ({ aud: 'other' })],
    ['for no audience', () => ({ aud: undefined })],
    ['without a subject', () => ({ sub: undefined })],
    ['with an empty subject', () => ({ sub: '' })],
    ['with a subject that no database takes', () => ({ sub: 'a\u0000b' })],
    ['in the name of an API key', () => ({ sub: 'key:0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10' })],
    ['without a tenant', () => ({ tenant_id: undefined })],
    ['without a role', () => ({ role: undefined })],
    ['with a role that there is not', () => ({ role: 'root' })],
  ])('refuses a token %s', async (_what, changes) => {
    expect(await verifier.verify(await sign(changes()))).toBeUndefined();
  });

  it.each([-5, 5])(
    'goes by the clock that all services agree on, where that of this machine is %d minutes off',
    async (minutes) => {
      const agreed = new Date(Date.now() - minutes * 60_000);
      const us = new JwksVerifier(settings, { now: () => agreed }, keys);
      const at = Math.floor(agreed.getTime() / 1000);
      expect(await us.verify(await sign({ nbf: at, exp: at + 120 }))).toBeDefined();
      expect(await us.verify(await sign({ nbf: at - 600, exp: at - 120 }))).toBeUndefined();
      expect(await us.verify(await sign({ nbf: at + 120, exp: at + 600 }))).toBeUndefined();
    },
  );

  it('refuses a token without a signature', async () => {
    const unsigned = `${encoded({ alg: 'none' })}.${encoded(payloadOf())}.`;
    expect(await verifier.verify(unsigned)).toBeUndefined();
  });

  it('refuses a token whose signature is a hash keyed with the public key', async () => {
    const content = `${encoded({ alg: 'HS256', kid: 'first' })}.${encoded(payloadOf())}`;
    const secret = await exportSPKI(issuer.keyOf('first').publicKey);
    const forged = `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    expect(await verifier.verify(forged)).toBeUndefined();
  });

  it('refuses a token that was changed, one that is none, and one whose header names another key', async () => {
    const [header = '', , signature = ''] = (await sign()).split('.');
    expect(
      await verifier.verify(`${header}.${encoded(payloadOf({ role: 'admin' }))}.${signature}`),
    ).toBeUndefined();
    expect(await verifier.verify('aaaa.bbbb.cccc')).toBeUndefined();
    expect(await verifier.verify(await sign({}, 'first', 'unknown'))).toBeUndefined();
  });

  it('goes along when the issuer changes its keys', async () => {
    const old = await sign();
    expect(await verifier.verify(old)).toBeDefined();
    await issuer.rotateTo('second');
    expect(await verifier.verify(await sign({}, 'second'))).toBeDefined();
    expect(await verifier.verify(old)).toBeUndefined();
  });

  it.each([
    ['answers with an error', () => (issuer.status = 500)],
    ['answers with something else', () => (issuer.body = '<html>')],
    ['answers with no key set', () => (issuer.body = '{}')],
  ])(
    'says that the keys cannot be read when the issuer %s: the token may be good',
    async (_what, breakIt) => {
      breakIt();
      await expect(verifier.verify(await sign())).rejects.toMatchObject({
        code: 'dependency-unavailable',
        retryAfterSeconds: 5,
      });
    },
  );

  it('says so when the issuer is gone, and still knows a token by the keys that it has', async () => {
    const token = await sign();
    const cold = new JwksVerifier(settings, systemClock);
    expect(await verifier.verify(token)).toBeDefined();
    await issuer.close();
    expect(await verifier.verify(token)).toBeDefined();
    await expect(cold.verify(token)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
