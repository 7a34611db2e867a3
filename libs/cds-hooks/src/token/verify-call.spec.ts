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
  const reasonOf = async (token: string): Promise<string> => {
    const refused = await verify(token).catch((error: unknown) => error);
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

  it.each<[string, Record<string, unknown>, string]>([
    ['another issuer', { iss: 'https://ehr.example/' }, 'issuer'],
    ['another address', { aud: `${CALLED}/feedback` }, 'audience'],
    ['two audiences', { aud: [CALLED, 'https://elsewhere.example'] }, 'claims'],
    ['no audience', { aud: undefined }, 'claims'],
    ['no end', { exp: undefined }, 'claims'],
    ['no beginning', { iat: undefined }, 'claims'],
    ['no id', { jti: undefined }, 'claims'],
    ['more than five minutes', { exp: AT + 300 }, 'too-long'],
    ['an end that is past', { iat: AT - 400, exp: AT - 100 }, 'expired'],
    ['a beginning to come', { iat: AT + 100, exp: AT + 200 }, 'not-yet'],
    ['a time before which it is not good', { nbf: AT + 100 }, 'not-yet'],
  ])('with %s is refused', async (_, changed, reason) => {
    expect(await reasonOf(await ehr.sign({ ...CLAIMS, ...changed }))).toBe(reason);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['keys at an address that is not registered', { jku: 'https://evil.example/jwks.json' }, 'jku'],
    ['a key that is not published', { kid: 'key-2' }, 'unknown-key'],
    ['no name of a key', { kid: undefined }, 'header'],
  ])('whose header names %s is refused', async (_, header, reason) => {
    expect(await reasonOf(await ehr.sign(CLAIMS, header))).toBe(reason);
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
