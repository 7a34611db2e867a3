import { isDeepStrictEqual } from 'node:util';
import {
  type AppendRecordPayload,
  type GuidelineDocument,
  type GuidelineImport,
} from '@openrounds/contracts';
import {
  type DocumentStore,
  type NewDocument,
  type StoredDocument,
  type StoredPassage,
} from '../../src/ports/document-store';

interface Row {
  readonly tenantId: string;
  readonly document: NewDocument;
  readonly createdAt: Date;
  completedAt: Date | null;
  withdrawnAt: Date | null;
  passages: StoredPassage[];
}

/** Documents in memory: passes the suite that those in Postgres pass. */
export class MemoryDocuments implements DocumentStore {
  private rows: Row[] = [];
  /** What the log was told, in order. */
  readonly records: AppendRecordPayload[] = [];

  add(tenantId: string, document: NewDocument, at: Date): Promise<StoredDocument> {
    this.forgetOther(tenantId, document);
    const own = this.rows.filter((row) => row.tenantId === tenantId);
    const known =
      own.find((row) => row.document.id === document.id) ??
      own.find((row) => row.document.sha256 === document.sha256 && row.withdrawnAt === null);
    const fresh: Row = {
      tenantId,
      document,
      createdAt: at,
      completedAt: null,
      withdrawnAt: null,
      passages: [],
    };
    if (known === undefined) this.rows.push(fresh);
    return Promise.resolve(this.stored(known ?? fresh));
  }

  addPassages(
    tenantId: string,
    passages: readonly StoredPassage[],
    at: Date,
  ): Promise<StoredDocument | undefined> {
    const row = this.rows.find(
      (each) => each.tenantId === tenantId && each.document.id === passages[0]?.documentId,
    );
    if (row === undefined) return Promise.resolve(undefined);
    if (row.completedAt !== null) return Promise.resolve(this.stored(row));
    for (const passage of passages)
      row.passages = [...row.passages.filter(({ place }) => place !== passage.place), passage];
    row.passages.sort((a, b) => a.place - b.place);
    if (row.passages.length === row.document.passages) row.completedAt = at;
    return Promise.resolve(this.stored(row));
  }

  find(tenantId: string, documentId: string): Promise<GuidelineDocument | undefined> {
    const row = this.complete(tenantId).find(({ document }) => document.id === documentId);
    return Promise.resolve(row && this.stored(row).document);
  }

  list(tenantId: string, limit: number, before: string | undefined): Promise<GuidelineDocument[]> {
    const rows = this.complete(tenantId).filter(
      ({ document }) => before === undefined || document.id < before,
    );
    const documents = rows.map((row) => this.stored(row).document);
    return Promise.resolve(documents.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit));
  }

  arriving(tenantId: string, limit: number): Promise<GuidelineImport[]> {
    const rows = this.rows.filter((row) => row.tenantId === tenantId && row.completedAt === null);
    const newest = rows.sort((a, b) => (a.document.id < b.document.id ? 1 : -1)).slice(0, limit);
    return Promise.resolve(
      newest.map(({ document: { id, title, sha256, passages }, passages: come, createdAt }) => ({
        ...{ id, title, sha256, passages },
        arrived: come.length,
        begunAt: createdAt.toISOString(),
      })),
    );
  }

  standing(tenantId: string): Promise<GuidelineDocument[]> {
    const rows = this.complete(tenantId).filter(({ withdrawnAt }) => withdrawnAt === null);
    const documents = rows.map((row) => this.stored(row).document);
    return Promise.resolve(documents.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  passagesOf(tenantId: string, documentIds: readonly string[]): Promise<StoredPassage[]> {
    const rows = this.rows.filter(
      (row) => row.tenantId === tenantId && documentIds.includes(row.document.id),
    );
    return Promise.resolve(
      rows.sort((a, b) => (a.document.id < b.document.id ? -1 : 1)).flatMap(({ passages }) => passages),
    );
  }

  async passagesAt(tenantId: string, documentId: string, from: number, to: number): Promise<StoredPassage[]> {
    const passages = await this.passagesOf(tenantId, [documentId]);
    return passages.filter(({ place }) => place >= from && place <= to);
  }

  withdraw(
    tenantId: string,
    documentId: string,
    at: Date,
    recordOf: Parameters<DocumentStore['withdraw']>[3],
  ): Promise<boolean> {
    const row = this.complete(tenantId).find(({ document }) => document.id === documentId);
    if (row?.withdrawnAt === null) {
      this.records.push(recordOf(row.document));
      row.withdrawnAt = at;
    }
    return Promise.resolve(row !== undefined);
  }

  /** What arrives of the same bytes, but is described or split otherwise, was broken off. */
  private forgetOther(tenantId: string, document: NewDocument): void {
    this.rows = this.rows.filter(
      (row) =>
        row.tenantId !== tenantId ||
        row.document.sha256 !== document.sha256 ||
        row.completedAt !== null ||
        isDeepStrictEqual({ ...row.document, id: document.id }, document),
    );
  }

  private complete(tenantId: string): Row[] {
    return this.rows.filter((row) => row.tenantId === tenantId && row.completedAt !== null);
  }

  /** Standing editions that took the place of these bytes, followed through those that were withdrawn. */
  private newer(tenantId: string, sha256: string, seen: ReadonlySet<string> = new Set()): string[] {
    if (seen.has(sha256)) return [];
    const names = this.rows.filter((row) => row.tenantId === tenantId && row.document.sha256 === sha256);
    return this.complete(tenantId)
      .filter(({ document: { supersedes } }) => names.some(({ document }) => document.id === supersedes))
      .flatMap(({ document, withdrawnAt }) =>
        withdrawnAt === null
          ? [document.id]
          : this.newer(tenantId, document.sha256, new Set([...seen, sha256])),
      );
  }

  /** What a document took the place of, and what that did, however far back. */
  private older(tenantId: string, { supersedes }: NewDocument): string[] {
    if (supersedes === null) return [];
    const row = this.rows.find((each) => each.tenantId === tenantId && each.document.id === supersedes);
    return [supersedes, ...(row === undefined ? [] : this.older(tenantId, row.document))];
  }

  private stored({ tenantId, document, createdAt, completedAt, withdrawnAt }: Row): StoredDocument {
    const notNewer = new Set([document.id, ...this.older(tenantId, document)]);
    const newer = this.newer(tenantId, document.sha256)
      .filter((id) => !notNewer.has(id))
      .sort()
      .at(-1);
    const standing = newer === undefined ? 'active' : 'superseded';
    return {
      document: {
        ...document,
        status: withdrawnAt === null ? standing : 'withdrawn',
        supersededBy: newer ?? null,
        createdAt: createdAt.toISOString(),
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
      },
      complete: completedAt !== null,
    };
  }
}
