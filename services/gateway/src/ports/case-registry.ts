import { type Language } from '@openrounds/contracts';

export type CaseState = 'unknown' | 'stored' | 'erased';

/** Which cases there are and which were erased; their content belongs to case-intake. */
export interface CaseRegistry {
  stateOf(tenantId: string, caseId: string): Promise<CaseState>;
  /** Those of the cases that were erased. */
  erasedAmong(tenantId: string, caseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Does nothing where the case is known already. */
  add(tenantId: string, caseId: string, language: Language, at: Date): Promise<void>;
  /** Erases what the gateway holds of a case and tells every service; all or nothing. */
  erase(tenantId: string, caseId: string, requestId: string, at: Date): Promise<void>;
  acknowledge(tenantId: string, caseId: string, service: string): Promise<void>;
}
export const CASE_REGISTRY = Symbol('CaseRegistry');
