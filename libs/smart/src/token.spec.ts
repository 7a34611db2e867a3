import { decodeProtectedHeader, generateKeyPair, jwtVerify, type KeyLike } from 'jose';
import { SmartRefused } from './smart-refused';
import { oauthErrorOf, readToken, tokenRequest } from './token';

const NOW = new Date('2026-11-22T10:00:00Z');
const GRANTED = {
  tokenEndpoint: 'https://ehr.example/token',
  clientId: 'open rounds',
  redirectUri: 'https://rounds.example/smart/callback',
  code: 'a+code',
  verifier: 'v'.repeat(43),
};
const formOf = (body: string): Record<string, string> => Object.fromEntries(new URLSearchParams(body));
const CODE = {
  grant_type: 'authorization_code',
  code: 'a+code',
  redirect_uri: GRANTED.redirectUri,
  code_verifier: GRANTED.verifier,
};

describe('tokenRequest', () => {
  let keys: { publicKey: KeyLike; privateKey: KeyLike };
  beforeAll(async () => {
    keys = await generateKeyPair('ES384');
  });

  it('signs an assertion for the token endpoint, by ES384, for a minute', async () => {
    const key = { keyId: 'k1', privateKey: keys.privateKey };
    const { body, headers } = await tokenRequest(GRANTED, { kind: 'private-key', key }, NOW);
    const { client_assertion: assertion = '', client_assertion_type: type, ...rest } = formOf(body);
    expect(rest).toEqual(CODE);
    expect(headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(type).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'ES384', kid: 'k1', typ: 'JWT' });
    const { payload } = await jwtVerify(assertion, keys.publicKey, {
      ...{ issuer: 'open rounds', subject: 'open rounds', audience: GRANTED.tokenEndpoint },
      currentDate: NOW,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
    expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says only who we are where the EHR offers no more', async () => {
    const { body } = await tokenRequest(GRANTED, { kind: 'public' }, NOW);
    expect(formOf(body)).toEqual({ ...CODE, client_id: 'open rounds' });
  });

  it('shows a secret in the header, never in the form', async () => {
    const { body, headers } = await tokenRequest(GRANTED, { kind: 'secret', secret: 'a:b+c' }, NOW);
    expect(formOf(body)).toEqual(CODE);
    const [, basic = ''] = headers['authorization']?.split(' ') ?? [];
    expect(Buffer.from(basic, 'base64').toString()).toBe('open+rounds:a%3Ab%2Bc');
  });
});

describe('readToken', () => {
  const ANSWER = {
    access_token: 'token',
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'launch',
    patient: 'p-1',
  };

  it('takes what is needed and drops the rest', () => {
    expect(
      readToken({ ...ANSWER, appContext: 'run', refresh_token: 'r', id_token: 'i', fhirUser: 'x' }),
    ).toEqual({ accessToken: 'token', scope: 'launch', patientId: 'p-1', appContext: 'run' });
    expect(readToken({ access_token: 't', token_type: 'bearer' })).toEqual({
      ...{ accessToken: 't', scope: null, patientId: null, appContext: null },
    });
    expect(readToken({ ...ANSWER, appContext: { run: 1 } }).appContext).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['a list', [ANSWER]],
    ['no token', { ...ANSWER, access_token: '' }],
    ['a token that would end a header', { ...ANSWER, access_token: 'a\r\nx: y' }],
    ['a token of another kind', { ...ANSWER, token_type: 'mac' }],
    ['a patient that is a path', { ...ANSWER, patient: '../Patient' }],
    ['a patient that is a query', { ...ANSWER, patient: '1?_include=*' }],
  ])('refuses %s, and repeats nothing of it', (_, json) => {
    const refused = (): unknown => readToken(json);
    expect(refused).toThrow(SmartRefused);
    expect(refused).not.toThrow(/mac|\.\.|_include/);
  });

  it('names errors of the closed set only', () => {
    expect(['invalid_grant', 'Anna Weber', undefined].map(oauthErrorOf)).toEqual([
      'invalid_grant',
      'other',
      'other',
    ]);
  });
});
