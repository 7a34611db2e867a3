import { configurationUrl, readConfiguration } from './configuration';
import { SmartRefused } from './smart-refused';

const GOOD = {
  authorization_endpoint: 'https://ehr.example/authorize',
  token_endpoint: 'https://ehr.example/token',
  code_challenge_methods_supported: ['S256'],
  grant_types_supported: ['authorization_code'],
  capabilities: ['launch-ehr', 'permission-v2'],
};

const refusalOf = (json: unknown, plain: string[] = []): SmartRefused => {
  try {
    readConfiguration(json, plain);
  } catch (error) {
    if (error instanceof SmartRefused) return error;
  }
  throw new Error('it was not refused');
};

describe('readConfiguration', () => {
  it('takes endpoints, and whether scopes of version 2 are understood', () => {
    expect(readConfiguration(GOOD, [])).toEqual({
      authorizationEndpoint: 'https://ehr.example/authorize',
      tokenEndpoint: 'https://ehr.example/token',
      fineScopes: true,
    });
    const old = { ...GOOD, capabilities: ['permission-patient'], grant_types_supported: undefined };
    expect(readConfiguration(old, []).fineScopes).toBe(false);
  });

  it('takes http only from origins that were listed', () => {
    const here = { ...GOOD, token_endpoint: 'http://127.0.0.1:4000/token' };
    expect(readConfiguration(here, ['http://127.0.0.1:4000']).tokenEndpoint).toBe(here.token_endpoint);
    expect(refusalOf(here).detail).toBe('token_endpoint');
  });

  it.each([
    ['nothing', undefined, 'configuration'],
    ['a text', '{}', 'configuration'],
    ['no capabilities', { ...GOOD, capabilities: undefined }, 'configuration'],
    ['no PKCE', { ...GOOD, code_challenge_methods_supported: undefined }, 'code_challenge_methods_supported'],
    [
      'only plain PKCE',
      { ...GOOD, code_challenge_methods_supported: ['plain'] },
      'code_challenge_methods_supported',
    ],
    ['no codes', { ...GOOD, grant_types_supported: ['client_credentials'] }, 'grant_types_supported'],
    ['a script', { ...GOOD, authorization_endpoint: 'javascript:alert(1)' }, 'authorization_endpoint'],
    ['a user name', { ...GOOD, token_endpoint: 'https://a:b@ehr.example/token' }, 'token_endpoint'],
    ['an address of half', { ...GOOD, authorization_endpoint: '/authorize' }, 'authorization_endpoint'],
  ])('refuses %s', (_, json, detail) => {
    const { code, detail: told } = refusalOf(json);
    expect([code, told]).toEqual(['smart-not-understood', detail]);
  });

  it('stands below the FHIR server', () => {
    const url = 'https://ehr.example/fhir/.well-known/smart-configuration';
    expect(configurationUrl('https://ehr.example/fhir')).toBe(url);
    expect(configurationUrl('https://ehr.example/fhir/')).toBe(url);
  });
});
