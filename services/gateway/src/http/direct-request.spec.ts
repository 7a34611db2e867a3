import { isDirectLocal, requireSameSite } from './direct-request';

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}) => ({
  socket: { remoteAddress },
  headers,
});

describe('isDirectLocal', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('knows this machine by %s', (address) => {
    expect(isDirectLocal(from(address, { host: 'localhost:3000', 'user-agent': 'curl' }))).toBe(true);
  });

  it.each(['192.0.2.7', '10.0.0.1', '::2', '::ffff:10.0.0.1', undefined])(
    'takes %s for another machine',
    (address) => {
      expect(isDirectLocal(from(address))).toBe(false);
    },
  );

  it.each([
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-anything',
    'x-real-ip',
    'x-original-url',
  ])('takes a request with %s for one of a proxy, even an empty one', (name) => {
    expect(isDirectLocal(from('127.0.0.1', { [name]: '' }))).toBe(false);
  });
});

describe('requireSameSite', () => {
  it.each([{}, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }])('takes %p', (headers) => {
    expect(() => {
      requireSameSite({ headers });
    }).not.toThrow();
  });

  it.each(['cross-site', 'same-site', 'whatever'])('refuses %s', (site) => {
    expect(() => {
      requireSameSite({ headers: { 'sec-fetch-site': site } });
    }).toThrow(expect.objectContaining({ code: 'request-not-direct' }));
  });
});
