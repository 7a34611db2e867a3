import { type Ranking, type RankingStore } from '../../src/ports/ranking-store';

interface Kept {
  readonly ranking: Ranking;
  readonly packed: Buffer | null;
}

/** Rankings in memory: passes the suite that those in Postgres pass. */
export class MemoryRankings implements RankingStore {
  private rows: Kept[] = [];
  private readonly erased = new Set<string>();

  get kept(): readonly Ranking[] {
    return this.rows.map(({ ranking }) => ranking);
  }

  find(tenantId: string, runId: string): Promise<Ranking | undefined> {
    return Promise.resolve(this.row(tenantId, runId)?.ranking);
  }

  save(ranking: Ranking, packed: Buffer | null): Promise<'stored' | 'erased'> {
    if (this.erased.has(JSON.stringify([ranking.tenantId, ranking.caseId]))) return Promise.resolve('erased');
    if (!this.rows.some((each) => each.ranking.runId === ranking.runId)) this.rows.push({ ranking, packed });
    return Promise.resolve('stored');
  }

  readPacked(tenantId: string, runId: string): Promise<Buffer | undefined> {
    return Promise.resolve(this.row(tenantId, runId)?.packed ?? undefined);
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    this.erased.add(JSON.stringify([tenantId, caseId]));
    this.rows = this.rows.filter(({ ranking }) => ranking.tenantId !== tenantId || ranking.caseId !== caseId);
    return Promise.resolve();
  }

  private row(tenantId: string, runId: string): Kept | undefined {
    return this.rows.find(({ ranking }) => ranking.tenantId === tenantId && ranking.runId === runId);
  }
}
