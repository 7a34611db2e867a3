import { retryAfterMs } from './retry-after';

const NOW = new Date('2026-11-22T12:00:00.000Z');

it('Retry-After is seconds or a date, and at most a day', () => {
  expect(retryAfterMs('Sun, 22 Nov 2026 12:01:00 GMT', NOW)).toBe(60_000);
  expect(retryAfterMs('Sun, 22 Nov 2026 11:00:00 GMT', NOW)).toBe(0);
  expect(retryAfterMs('999999999', NOW)).toBe(86_400_000);
  expect(['soon', undefined].map((header) => retryAfterMs(header, NOW))).toEqual([null, null]);
});
