import { readEnvironment } from './environment';
import { GatewayEnvironment } from './gateway-config';

const BASE = { DATABASE_URL: 'postgres://db', KEYS_DIR: '/keys' };
const ISSUER = { JWT_ISSUER: 'https://login.example', JWT_AUDIENCE: 'openrounds' };
const read = (given: Record<string, string>) => readEnvironment(GatewayEnvironment, { ...BASE, ...given });

describe('the settings of an identity provider', () => {
  it('may be left out altogether, but not in part', () => {
    expect(read({}).JWT_ISSUER).toBeUndefined();
    expect(() => read(ISSUER)).toThrow('JWT_JWKS_URL: the three settings of an issuer go together');
  });

  it.each([
    'https://login.example/keys',
    'https://login.example:8443/keys',
    'https://8.8.8.8/keys',
    'https://[2001:db8::1]/keys',
  ])('take the key set from %s', (url) => {
    expect(read({ ...ISSUER, JWT_JWKS_URL: url }).JWT_JWKS_URL).toBe(url);
  });

  it.each([
    'http://login.example/keys',
    'ftp://login.example/keys',
    'file:///etc/keys',
    'https://user@login.example/keys',
    'https://localhost/keys',
    'https://keys.localhost./keys',
    'https://metadata.google.internal/keys',
    'https://127.0.0.1/keys',
    'https://2130706433/keys',
    'https://0.0.0.0/keys',
    'https://10.1.2.3/keys',
    'https://172.31.0.1/keys',
    'https://192.168.1.1/keys',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/keys',
    'https://[::ffff:169.254.169.254]/keys',
    'https://[fe80::1]/keys',
    'https://[fd00:ec2::254]/keys',
  ])('do not take it from %s', (url) => {
    expect(() => read({ ...ISSUER, JWT_JWKS_URL: url })).toThrow(/JWT_JWKS_URL/);
  });

  it('take it from anywhere where a test says so', () => {
    const url = 'http://127.0.0.1:9999/keys';
    expect(read({ ...ISSUER, JWT_JWKS_URL: url, JWT_JWKS_INSECURE: 'true' }).JWT_JWKS_URL).toBe(url);
  });

  it.each(['none', 'HS256', 'RS256,HS512', ''])('never trust the algorithm "%s"', (JWT_ALGORITHMS) => {
    if (JWT_ALGORITHMS === '') expect(read({}).JWT_ALGORITHMS).toEqual(['RS256', 'ES256', 'EdDSA']);
    else expect(() => read({ JWT_ALGORITHMS })).toThrow('JWT_ALGORITHMS');
  });
});

describe('the public address', () => {
  it('is an https origin, over which cookies are secure', () => {
    const settings = { PUBLIC_URL: 'https://rounds.example', SECURE_COOKIES: 'true' };
    expect(read(settings).PUBLIC_URL).toBe('https://rounds.example');
    expect(() => read({ ...settings, SECURE_COOKIES: 'false' })).toThrow('SECURE_COOKIES: must be on');
  });

  it.each(['http://rounds.example', 'https://rounds.example/', 'https://rounds.example/app'])(
    'is not %s',
    (url) => {
      expect(() => read({ PUBLIC_URL: url, SECURE_COOKIES: 'true' })).toThrow('PUBLIC_URL: an https origin');
    },
  );
});
