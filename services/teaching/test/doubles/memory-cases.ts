import { type AppendErasurePayload, type CaseBody } from '@openrounds/contracts';
import {
  type CaseChange,
  type CaseStore,
  type ListedCase,
  type NewCase,
  type NewVersion,
  type StoredCase,
} from '../../src/ports/case-store';

type Wanted = Parameters<CaseStore['list']>[1];

const withoutText = ({ body: _body, forecasts: _forecasts, ...head }: NewVersion) => head;

/** Cases in memory: pass the suite that those in Postgres pass. */
export class MemoryCases implements CaseStore {
  private readonly rows = new Map<string, StoredCase>();
  private readonly bodies = new Map<string, CaseBody>();
  private readonly erased = new Set<string>();
  /** What the log was told, in order. */
  readonly records: AppendErasurePayload[] = [];

  add({ tenantId, caseId, owner, version }: NewCase): Promise<'stored' | 'erased'> {
    if (this.erased.has(JSON.stringify([tenantId, caseId]))) return Promise.resolve('erased');
    if (!this.rows.has(caseId)) {
      const row = { tenantId, caseId, owner, state: 'draft' as const, publishedVersion: null };
      this.rows.set(caseId, { ...row, versions: [withoutText(version)], reviews: [] });
      this.bodies.set(`${caseId}/${String(version.version)}`, version.body);
    }
    return Promise.resolve('stored');
  }

  find(tenantId: string, caseId: string): Promise<StoredCase | 'erased' | undefined> {
    return Promise.resolve(this.look(tenantId, caseId));
  }

  readBody(tenantId: string, caseId: string, version: number): Promise<CaseBody | undefined> {
    const isThere = typeof this.look(tenantId, caseId) === 'object';
    return Promise.resolve(isThere ? this.bodies.get(`${caseId}/${String(version)}`) : undefined);
  }

  change(
    tenantId: string,
    caseId: string,
    decide: (stored: StoredCase) => CaseChange | null,
  ): Promise<StoredCase | 'erased' | undefined> {
    return Promise.resolve().then(() => this.changeNow(tenantId, caseId, decide));
  }

  private changeNow(
    tenantId: string,
    caseId: string,
    decide: (stored: StoredCase) => CaseChange | null,
  ): StoredCase | 'erased' | undefined {
    const row = this.look(tenantId, caseId);
    if (typeof row !== 'object') return row;
    const change = decide(row);
    if (change === null) return row;
    const { version, review, ...rest } = change;
    const next: StoredCase = {
      ...row,
      ...rest,
      versions: version === undefined ? row.versions : [...row.versions, withoutText(version)],
      reviews:
        review === undefined
          ? row.reviews
          : [
              ...row.reviews.filter(
                (each) => each.version !== review.version || each.reviewer !== review.reviewer,
              ),
              review,
            ],
    };
    if (version !== undefined) this.bodies.set(`${caseId}/${String(version.version)}`, version.body);
    this.rows.set(caseId, next);
    return next;
  }

  list(tenantId: string, { limit, before, state }: Wanted): Promise<readonly ListedCase[]> {
    const rows = this.newestFirst(tenantId)
      .filter((row) => before === undefined || row.caseId < before)
      .filter((row) => state === undefined || row.state === state);
    return Promise.resolve(rows.slice(0, limit).map((row) => listed(row, row.versions.length)));
  }

  listPublished(tenantId: string): Promise<readonly ListedCase[]> {
    return Promise.resolve(
      this.newestFirst(tenantId).flatMap((row) =>
        row.publishedVersion === null ? [] : [listed(row, row.publishedVersion)],
      ),
    );
  }

  erase(tenantId: string, caseId: string, record: AppendErasurePayload): Promise<void> {
    this.erased.add(JSON.stringify([tenantId, caseId]));
    if (this.rows.get(caseId)?.tenantId === tenantId) {
      this.rows.delete(caseId);
      this.records.push(record);
    }
    return Promise.resolve();
  }

  private look(tenantId: string, caseId: string): StoredCase | 'erased' | undefined {
    if (this.erased.has(JSON.stringify([tenantId, caseId]))) return 'erased';
    const row = this.rows.get(caseId);
    return row?.tenantId === tenantId ? row : undefined;
  }

  private newestFirst(tenantId: string): StoredCase[] {
    return [...this.rows.values()]
      .filter((row) => row.tenantId === tenantId)
      .sort((a, b) => (a.caseId < b.caseId ? 1 : -1));
  }
}

function listed({ tenantId: _tenantId, versions, ...row }: StoredCase, version: number): ListedCase {
  const head = versions.find((each) => each.version === version);
  if (head === undefined) throw new Error('no such version');
  return {
    ...row,
    version,
    contentHash: head.contentHash,
    card: head.card,
    reviews: row.reviews.map((each) => ({ ...each, comment: null })),
  };
}
