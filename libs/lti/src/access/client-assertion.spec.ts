import { jwtVerify } from 'jose';
import { NOW, OURS, SECONDS } from '../../test/forged-platform';
import { SCOPE } from '../claims/names';
import { AccessToken, tokenForm } from './client-assertion';

it('a token is asked for by a signed form that is good for a minute', async () => {
  const key = { keyId: 'ours', privateKey: OURS.privateKey };
  const client = { clientId: 'client-1', audience: 'https://lms.example/token' };
  const form = Object.fromEntries(new URLSearchParams(await tokenForm(client, [SCOPE.score], key, NOW)));
  expect(form).toMatchObject({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: SCOPE.score,
  });
  const { payload, protectedHeader } = await jwtVerify(form['client_assertion'] ?? '', OURS.publicKey, {
    issuer: 'client-1',
    subject: 'client-1',
    audience: client.audience,
    currentDate: NOW,
  });
  expect(protectedHeader.kid).toBe('ours');
  expect(payload).toMatchObject({ iat: SECONDS, exp: SECONDS + 60, jti: expect.any(String) });
});

it('a token is a bearer token; a life that is not said is short', () => {
  const given = { access_token: 't', token_type: 'Bearer' };
  expect(AccessToken.parse({ ...given, expires_in: '3600' }).expires_in).toBe(3_600);
  expect(AccessToken.parse(given).expires_in).toBe(60);
  expect(AccessToken.safeParse({ ...given, token_type: 'mac' }).success).toBe(false);
});
