import { type Retrieval, type RetrievalStore } from '../../src/ports/retrieval-store';

/** Retrievals in memory: passes the suite that those in Postgres pass. */
export class MemoryRetrievals implements RetrievalStore {
  private rows: Retrieval[] = [];
  private readonly erased = new Set<string>();

  find(tenantId: string, runId: string): Promise<Retrieval | undefined> {
    return Promise.resolve(this.rows.find((each) => each.tenantId === tenantId && each.runId === runId));
  }

  save(retrieval: Retrieval): Promise<'stored' | 'erased'> {
    const { tenantId, caseId, runId } = retrieval;
    if (this.erased.has(JSON.stringify([tenantId, caseId]))) return Promise.resolve('erased');
    if (!this.rows.some((each) => each.runId === runId)) this.rows.push(retrieval);
    return Promise.resolve('stored');
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    this.erased.add(JSON.stringify([tenantId, caseId]));
    this.rows = this.rows.filter((each) => each.tenantId !== tenantId || each.caseId !== caseId);
    return Promise.resolve();
  }
}
