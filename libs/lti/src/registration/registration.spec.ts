import { PUBLIC_URL } from '../../test/forged-platform';
import { SCOPE } from '../claims/names';
import { platformConfiguration, RegistrationAnswer } from './platform-documents';
import { pastedConfiguration, registrationRequest } from './tool-description';

const CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

it('nothing of a person is asked for but an id, and only the scopes that are switched on', () => {
  const asked = registrationRequest(PUBLIC_URL, { grades: true, roster: false });
  expect(asked).toMatchObject({
    redirect_uris: [`${PUBLIC_URL}/lti/launch`],
    scope: [SCOPE.score, SCOPE.result, SCOPE.lineItem].join(' '),
    [CONFIGURATION]: { domain: 'rounds.example', claims: ['iss', 'sub'] },
  });
  expect(registrationRequest(PUBLIC_URL, { grades: false, roster: true })).toMatchObject({
    scope: SCOPE.roster,
  });
});

it('what is pasted names the same addresses, and asks for no names', () => {
  const pasted = pastedConfiguration(PUBLIC_URL, { grades: true, roster: true });
  expect(pasted).toMatchObject({
    oidc_initiation_url: `${PUBLIC_URL}/lti/login`,
    public_jwk_url: `${PUBLIC_URL}/lti/jwks`,
    scopes: [SCOPE.score, SCOPE.result, SCOPE.lineItem, SCOPE.roster],
    extensions: [{ privacy_level: 'anonymous' }],
  });
});

const described = {
  issuer: 'https://lms.example',
  authorization_endpoint: 'https://lms.example/auth',
  token_endpoint: 'https://lms.example/token',
  jwks_uri: 'https://lms.example/keys',
  registration_endpoint: 'https://lms.example/register',
};

it('a platform describes itself by https addresses', () => {
  expect(platformConfiguration([]).parse(described)).toEqual(described);
  for (const name of ['jwks_uri', 'token_endpoint', 'registration_endpoint']) {
    const plain = { ...described, [name]: 'http://lms.example/x' };
    expect(platformConfiguration([]).safeParse(plain).success).toBe(false);
    expect(platformConfiguration(['http://lms.example']).safeParse(plain).success).toBe(true);
  }
});

it('it answers with a client id, and perhaps with a deployment', () => {
  expect(RegistrationAnswer.parse({ client_id: 'c', registration_access_token: 'secret' })).toEqual({
    client_id: 'c',
  });
  expect(RegistrationAnswer.parse({ client_id: 'c', [CONFIGURATION]: { deployment_id: '7' } })).toMatchObject(
    {
      [CONFIGURATION]: { deployment_id: '7' },
    },
  );
  expect(RegistrationAnswer.safeParse({}).success).toBe(false);
});
