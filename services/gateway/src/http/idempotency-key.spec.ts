import { type ApiRequest } from './api-request';
import { idempotencyOf } from './idempotency-key';

const request = (key: unknown, body: unknown = {}): ApiRequest =>
  ({ headers: key === undefined ? {} : { 'idempotency-key': key }, body }) as unknown as ApiRequest;
const hashOf = (body: unknown) => idempotencyOf(request('k', body))?.bodyHash;

describe('idempotencyOf', () => {
  it('is nothing without a key', () => {
    expect(idempotencyOf(request(undefined))).toBeUndefined();
  });

  it('hashes the body, whatever the order of its members', () => {
    expect(hashOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashOf({ b: { d: null, c: [1, 2] }, a: 1 }));
    expect(hashOf({ a: [1, 2] })).not.toBe(hashOf({ a: [2, 1] }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }));
    expect(hashOf(undefined)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['', ' ', 'a b', 'ключ', 'x'.repeat(256), 'a\u0000', ['a', 'b']])('refuses the key %p', (key) => {
    expect(() => idempotencyOf(request(key))).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/header/idempotency-key' })] }),
    );
  });

  it.each(['~', 'x'.repeat(255), '8e03978e-40d5-43e8-bc93-6894a57f9324'])('takes the key %p', (key) => {
    expect(idempotencyOf(request(key))?.key).toBe(key);
  });

  it('refuses a body that has no canonical form', () => {
    expect(() => hashOf({ findingId: '\ud800' })).toThrow(
      expect.objectContaining({ code: 'invalid-request' }),
    );
  });
});
