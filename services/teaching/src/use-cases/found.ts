import { DomainError } from '@openrounds/contracts';
import { type StoredCase } from '../ports/case-store';

/** @throws DomainError `not-found`, `case-erased` */
export function found(stored: StoredCase | 'erased' | undefined): StoredCase {
  if (stored === undefined) throw new DomainError('not-found', 'There is no such case');
  if (stored === 'erased') throw new DomainError('case-erased');
  return stored;
}
