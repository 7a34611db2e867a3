import { type GuidelinesResult } from '@openrounds/contracts';

export interface Retrieval {
  readonly runId: string;
  readonly caseId: string;
  readonly tenantId: string;
  readonly retrievedAt: Date;
  readonly result: GuidelinesResult;
}

/** The retrievals that this service owns; every call names the tenant. */
export interface RetrievalStore {
  find(tenantId: string, runId: string): Promise<Retrieval | undefined>;
  save(retrieval: Retrieval): Promise<'stored' | 'erased'>;
  erase(tenantId: string, caseId: string): Promise<void>;
}
export const RETRIEVAL_STORE = Symbol('RetrievalStore');
