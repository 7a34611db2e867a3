import { type ApiRequest } from './api-request';
import { requireKeyOfTeacher, requireTeacher, wantsMoreThanPhones } from './class-network';

const HALL = '192.168.1.77';
const asked = (url: string, from: string = HALL, headers: Record<string, string> = {}): ApiRequest =>
  ({ url, headers, socket: { remoteAddress: from } }) as unknown as ApiRequest;

describe('the network of a class', () => {
  it.each([
    '/join',
    '/j/482713',
    '/j/worker.js',
    '/icon.svg',
    '/assets/phone-3f2a.js',
    '/health/ready',
    '/v1/rooms/482713',
    '/v1/rooms/482713/join',
    '/v1/rooms/482713/stages/2?lang=zh',
  ])('serves phones %s', (url) => {
    expect(wantsMoreThanPhones(asked(url))).toBe(false);
  });

  it.each([
    '/',
    '/lecture',
    '/docs',
    '/metrics',
    '/v1/rooms',
    '/v1/runs',
    '/v1/session',
    '/v1/library?lang=en',
    '/join/../v1/runs',
    '/v1/roomsx/482713',
  ])('keeps %s from them', (url) => {
    expect(wantsMoreThanPhones(asked(url))).toBe(true);
    expect(() => requireKeyOfTeacher(asked(url))).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('keeps nothing from this machine, unless a proxy on it passes others on', () => {
    expect(wantsMoreThanPhones(asked('/v1/runs', '127.0.0.1'))).toBe(false);
    expect(wantsMoreThanPhones(asked('/v1/runs', '127.0.0.1', { 'x-forwarded-for': HALL }))).toBe(true);
  });

  it('lets a teacher by with a key, and nobody else', () => {
    const request = asked('/v1/runs', HALL, { authorization: 'Bearer key' });
    requireKeyOfTeacher(request);
    const as = (role?: string): (() => void) => {
      const principal = role === undefined ? undefined : { role };
      return () => {
        requireTeacher({ ...request, principal } as ApiRequest);
      };
    };
    expect(as('teacher')).not.toThrow();
    expect(as('student')).toThrow(expect.objectContaining({ code: 'not-found' }));
    // a public operation with a key that nobody looked at
    expect(as()).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
