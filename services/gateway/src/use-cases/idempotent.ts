import { DomainError } from '@openrounds/contracts';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';

type Known = Extract<Claimed, { kind: 'known' }>;

/** @throws DomainError `idempotency-key-reused` when the key came with another body, or for something else, before */
export function requireSameRequest(
  known: Known,
  claim: Pick<IdempotencyClaim, 'bodyHash' | 'operation'> | undefined,
): void {
  if (known.bodyHash === claim?.bodyHash && known.operation === claim.operation) return;
  throw new DomainError('idempotency-key-reused');
}
