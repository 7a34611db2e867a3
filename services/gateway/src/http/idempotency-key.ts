import { DomainError } from '@openrounds/contracts';
import { canonicalHash } from '@openrounds/transparency-log';
import { type ApiRequest } from './api-request';

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * The idempotency key of a request with the hash of its body; the order of members does not matter.
 *
 * @throws DomainError `invalid-request` for a key that is empty, longer than 255 or not plain ASCII, and for a body
 *   without a canonical form
 */
export function idempotencyOf(request: ApiRequest): { key: string; bodyHash: string } | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new DomainError('invalid-request', 'The Idempotency-Key is not usable', [
      {
        pointer: '/header/idempotency-key',
        code: 'invalid-key',
        message: '1 to 255 visible ASCII characters',
      },
    ]);
  }
  return { key, bodyHash: hashOf(request.body ?? null) };
}

/** A lone surrogate has no canonical form, and no place in any field. */
function hashOf(body: unknown): string {
  try {
    return canonicalHash(body);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DomainError('invalid-request', 'The body contains half of a surrogate pair');
  }
}
