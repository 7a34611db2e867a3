import { DomainError } from '@openrounds/contracts';
import { type CaseRegistry } from '../ports/case-registry';

/** @throws DomainError `not-found` (also for another tenant's case), `case-erased` */
export async function requireCase(
  cases: Pick<CaseRegistry, 'stateOf'>,
  tenantId: string,
  caseId: string,
): Promise<void> {
  const state = await cases.stateOf(tenantId, caseId);
  if (state === 'unknown') throw new DomainError('not-found', 'There is no such case');
  if (state === 'erased') throw new DomainError('case-erased');
}
