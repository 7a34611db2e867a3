import { authorizationUrl } from './authorization-url';

it('asks for a token by form, and keeps what the URL of the platform has', () => {
  const url = authorizationUrl(
    { authorizationUrl: 'https://lms.example/auth?site=3', clientId: 'client 1' },
    { loginHint: 'a&b', messageHint: null },
    { state: 's', nonce: 'n' },
    'https://rounds.example',
  );
  expect(url.startsWith('https://lms.example/auth?site=3&')).toBe(true);
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    site: '3',
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: 'client 1',
    redirect_uri: 'https://rounds.example/lti/launch',
    login_hint: 'a&b',
    state: 's',
    nonce: 'n',
  });
});
