import { challengeOf, newVerifier, smartAuthorizationUrl } from './authorization';
import { grantedTypes, missingScopes, READ_TYPES } from './scopes';

const CONFIGURATION = {
  authorizationEndpoint: 'https://ehr.example/authorize?tenant=7&response_type=token&launch=other',
  tokenEndpoint: 'https://ehr.example/token',
  fineScopes: true,
};
const ASKED = {
  clientId: 'openrounds',
  redirectUri: 'https://rounds.example/smart/callback',
  fhirBaseUrl: 'https://ehr.example/fhir',
  launch: 'a b&c',
  state: 'state',
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
};
const fieldsOf = (url: string): Record<string, string> => Object.fromEntries(new URL(url).searchParams);

describe('smartAuthorizationUrl', () => {
  it('asks for a code, for this server alone, with the challenge of RFC 7636, appendix B', () => {
    expect(fieldsOf(smartAuthorizationUrl(CONFIGURATION, ASKED))).toEqual({
      tenant: '7',
      response_type: 'code',
      client_id: 'openrounds',
      redirect_uri: 'https://rounds.example/smart/callback',
      scope:
        'launch patient/Patient.rs patient/Condition.rs patient/Observation.rs patient/Encounter.rs patient/FamilyMemberHistory.rs',
      state: 'state',
      aud: 'https://ehr.example/fhir',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      launch: 'a b&c',
    });
  });

  it('leaves the choice of the patient to the EHR where it did not launch, in scopes that it knows', () => {
    const url = smartAuthorizationUrl({ ...CONFIGURATION, fineScopes: false }, { ...ASKED, launch: null });
    const { launch, scope } = fieldsOf(url);
    expect(launch).toBeUndefined();
    expect(scope).toMatch(/^launch\/patient patient\/Patient\.read /);
    expect(scope).not.toMatch(/openid|offline|write/);
  });

  it('makes a new verifier each time, of which the challenge does not tell', () => {
    const [one, two] = [newVerifier(), newVerifier()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(challengeOf(one)).not.toBe(one);
  });
});

describe('scopes that were granted', () => {
  it.each([
    ['patient/Patient.rs', ['Patient']],
    ['patient/Patient.read user/Condition.read', ['Patient', 'Condition']],
    ['patient/*.rs', READ_TYPES],
    ['patient/*.cruds launch openid', READ_TYPES],
    ['patient/*.*', READ_TYPES],
    ['patient/Observation.r patient/Observation.s', []],
    ['patient/Observation.rs?category=laboratory', []],
    ['patient/Patient.write system/*.rs patient/Patients.rs', []],
    ['', []],
  ])('%s', (scope, types) => {
    expect(grantedTypes(scope)).toEqual(types);
    expect(missingScopes(scope, true)).toHaveLength(READ_TYPES.length - types.length);
  });

  it('are all where the answer says nothing of them, and missing ones are named as they were asked for', () => {
    expect(missingScopes(null, true)).toEqual([]);
    expect(
      missingScopes('patient/Patient.read patient/Condition.read patient/Encounter.read', false),
    ).toEqual(['patient/Observation.read', 'patient/FamilyMemberHistory.read']);
  });
});
