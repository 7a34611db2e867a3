import { type Principal } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { type IdempotencyStore } from '../ports/idempotency';
import { requireSameRequest } from './idempotent';

/** The key of a request with the hash of its body, where it has one. */
export type Idempotency = { readonly key: string; readonly bodyHash: string } | undefined;

/**
 * The id of what a request makes: that of the first request where its key came before.
 *
 * @throws DomainError `idempotency-key-reused`
 */
export async function claimId(
  store: Pick<IdempotencyStore, 'claim'>,
  principal: Principal,
  operation: string,
  idempotency: Idempotency,
  at: Date,
): Promise<string> {
  const resourceId = newId();
  if (idempotency === undefined) return resourceId;
  const claim = { ...idempotency, principal, operation, resourceId };
  const claimed = await store.claim(claim, at);
  if (claimed.kind === 'fresh') return resourceId;
  requireSameRequest(claimed, claim);
  return claimed.resourceId;
}
