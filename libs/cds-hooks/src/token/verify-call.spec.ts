import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { createHmac } from 'node:crypto';
import { WRONG_HEADERS, wrongClaims } from '../../test/hostile-calls';
import { type Signer, signer } from '../../test/signed-call';
import { CallRefused, verifyCall } from './verify-call';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const AT = NOW.getTime() / 1000;
const ISSUER = 'https://ehr.example';
const KEYS = 'https://ehr.example/jwks.json';
const CALLED = 'https://rounds.example/cds-services/openrounds-differential';
const CLAIMS = { iss: ISSUER, aud: CALLED, iat: AT - 1, exp: AT + 299, jti: 'token-1' };

describe('a call', () => {
  let ehr: Signer;
  let stranger: Signer;
  beforeAll(async () => {
    ehr = await signer();
    stranger = await signer();
  });

  const verify = (token: string, signerOfKeys = ehr) =>
    verifyCall(token, {
      callerOf: (issuer) =>
        Promise.resolve(issuer === ISSUER ? { issuer: ISSUER, keySetUrl: KEYS } : undefined),
      keyOf: (_, keyId) => Promise.resolve(keyId === 'key-1' ? signerOfKeys.key : undefined),
      audiences: [CALLED],
      now: NOW,
    });
  const reasonOf = async (token: string, signerOfKeys = ehr): Promise<string> => {
    const refused = await verify(token, signerOfKeys).catch((error: unknown) => error);
    return refused instanceof CallRefused ? refused.reason : 'not refused';
  };

  it.each(['ES384', 'RS384', 'ES256', 'RS256'])('signed by %s is believed', async (algorithm) => {
    const other = await signer(algorithm);
    const token = await other.sign(CLAIMS, { jku: KEYS });
    expect(await verify(token, other)).toEqual({
      caller: { issuer: ISSUER, keySetUrl: KEYS },
      tokenId: 'token-1',
      expiresAt: new Date((AT + 299) * 1000),
    });
  });

  it('may name its audience in a list of one, and have a clock that is a little off', async () => {
    const token = await ehr.sign({ ...CLAIMS, aud: [CALLED], iat: AT + 40, exp: AT + 340 });
    expect(await verify(token)).toMatchObject({ tokenId: 'token-1' });
  });

  it.each(wrongClaims({ called: CALLED, issuer: ISSUER, at: AT }))(
    'with %s is refused',
    async (_, changed, reason) => {
      expect(await reasonOf(await ehr.sign({ ...CLAIMS, ...changed }))).toBe(reason);
    },
  );

  it.each(WRONG_HEADERS)('whose header names %s is refused', async (_, header, reason) => {
    expect(await reasonOf(await ehr.sign(CLAIMS, header))).toBe(reason);
  });

  /** A token of `ehr` for what it says, whose signature is that of `make`. */
  const withHeader = (header: object, make: (signed: string) => string): string => {
    const encoded = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
    const signed = `${encoded({ kid: 'key-1', ...header })}.${encoded(CLAIMS)}`;
    return `${signed}.${make(signed)}`;
  };

  it.each(['HS256', 'HS384', 'HS512'])('hashed by %s with the public key is refused', async (algorithm) => {
    const publicKey = JSON.stringify(ehr.key);
    const hash = `sha${algorithm.slice(2)}`;
    const token = withHeader({ alg: algorithm }, (signed) =>
      createHmac(hash, publicKey).update(signed).digest('base64url'),
    );
    expect(await reasonOf(token)).toBe('header');
  });

  it.each([
    ['RS256', 'RS384'],
    ['RS384', 'ES384'],
    ['ES256', 'ES384'],
    ['ES384', 'RS384'],
  ])('by a key for %s is refused where its header says %s', async (algorithm, said) => {
    const other = await signer(algorithm);
    const [, , signature = ''] = (await other.sign(CLAIMS)).split('.');
    expect(
      await reasonOf(
        withHeader({ alg: said }, () => signature),
        other,
      ),
    ).toBe('signature');
  });

  it('is refused where another algorithm than that of its key made it, though the key could', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', {
      modulusLength: 2048,
      extractable: true,
    });
    const key = { ...(await exportJWK(publicKey)), kid: 'key-1', kty: 'RSA' };
    const token = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'RS384', kid: 'key-1' })
      .sign(await importJWK(await exportJWK(privateKey), 'RS384'));
    const by = (alg: string): Signer => ({ ...ehr, key: { ...key, alg } });
    expect(await reasonOf(token, by('RS384'))).toBe('not refused');
    expect(await reasonOf(token, by('RS256'))).toBe('signature');
  });

  it('signed by nobody, by a stranger, or changed afterwards is refused', async () => {
    const token = await ehr.sign(CLAIMS);
    const [head = '', , signature = ''] = token.split('.');
    const encoded = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
    const none = `${encoded({ alg: 'none', kid: 'key-1' })}.${encoded(CLAIMS)}.`;
    const changed = `${head}.${encoded({ ...CLAIMS, jti: 'token-2' })}.${signature}`;
    expect(await reasonOf(none)).toBe('header');
    expect(await reasonOf(await stranger.sign(CLAIMS))).toBe('signature');
    expect(await reasonOf(changed)).toBe('signature');
    expect(await reasonOf('not a token')).toBe('header');
    expect(await reasonOf(`${token}${'x'.repeat(10_000)}`)).toBe('token-form');
  });
});
