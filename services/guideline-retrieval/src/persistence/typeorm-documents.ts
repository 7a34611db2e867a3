import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { type GuidelineDocument, type GuidelineImport } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Between, In, IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import {
  type DocumentStore,
  type NewDocument,
  type StoredDocument,
  type StoredPassage,
} from '../ports/document-store';
import { DocumentPassageEntity } from './entities/document-passage.entity';
import { DocumentEntity } from './entities/document.entity';
import { OUTBOX } from './outbox';

/** What came in part and was given up is let go when the tenant imports again. */
const GIVEN_UP_MS = 24 * 60 * 60 * 1000;

const COMPLETE = { completedAt: Not(IsNull()) };

@Injectable()
export class TypeOrmDocuments implements DocumentStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  add(tenantId: string, document: NewDocument, at: Date): Promise<StoredDocument> {
    return this.dataSource.transaction(async (manager) => {
      await forgetGivenUp(manager, tenantId, at);
      await forgetOther(manager, tenantId, document);
      await manager
        .createQueryBuilder()
        .insert()
        .into(DocumentEntity)
        .values({ ...document, tenantId, createdAt: at, completedAt: null, withdrawnAt: null })
        .orIgnore()
        .execute();
      const { id, sha256 } = document;
      const rows = await manager.findBy(DocumentEntity, [
        { tenantId, id },
        { tenantId, sha256, withdrawnAt: IsNull() },
      ]);
      const [row] = rows.sort((a, b) => Number(b.id === id) - Number(a.id === id));
      if (row === undefined) throw new Error('the document was neither stored nor there');
      return stored(manager, row);
    });
  }

  addPassages(
    tenantId: string,
    passages: readonly StoredPassage[],
    at: Date,
  ): Promise<StoredDocument | undefined> {
    const [first] = passages;
    if (first === undefined) return Promise.resolve(undefined);
    const { documentId } = first;
    return this.dataSource.transaction(async (manager) => {
      const row = await manager.findOne(DocumentEntity, {
        where: { tenantId, id: documentId },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return undefined;
      if (row.completedAt === null) {
        await manager
          .createQueryBuilder()
          .insert()
          .into(DocumentPassageEntity)
          .values(passages.map((passage) => ({ ...passage, tenantId })))
          .orUpdate(['section', 'page', 'text', 'sha256'], ['document_id', 'place'])
          .execute();
        const come = await manager.countBy(DocumentPassageEntity, { tenantId, documentId });
        if (come === row.passages) {
          row.completedAt = at;
          await manager.update(DocumentEntity, { tenantId, id: documentId }, { completedAt: at });
        }
      }
      return stored(manager, row);
    });
  }

  async find(tenantId: string, documentId: string): Promise<GuidelineDocument | undefined> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(DocumentEntity, { tenantId, id: documentId, ...COMPLETE });
    return row === null ? undefined : (await stored(manager, row)).document;
  }

  async list(tenantId: string, limit: number, before: string | undefined): Promise<GuidelineDocument[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(DocumentEntity, 'd')
      .where('d.tenantId = :tenantId AND d.completedAt IS NOT NULL', { tenantId })
      .orderBy('d.id', 'DESC')
      .take(limit);
    if (before !== undefined) query.andWhere('d.id < :before', { before });
    return this.withSuccessors(tenantId, await query.getMany());
  }

  async arriving(tenantId: string, limit: number): Promise<GuidelineImport[]> {
    const { manager } = this.dataSource;
    const rows = await manager.find(DocumentEntity, {
      where: { tenantId, completedAt: IsNull() },
      order: { id: 'DESC' },
      take: limit,
    });
    const come = await arrivedOf(
      manager,
      tenantId,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, title, sha256, passages, createdAt }) => ({
      ...{ id, title, sha256, passages },
      arrived: come.get(id) ?? 0,
      begunAt: createdAt.toISOString(),
    }));
  }

  async standing(tenantId: string): Promise<GuidelineDocument[]> {
    const rows = await this.dataSource.manager.find(DocumentEntity, {
      where: { tenantId, ...COMPLETE, withdrawnAt: IsNull() },
      order: { id: 'ASC' },
    });
    return this.withSuccessors(tenantId, rows);
  }

  passagesOf(tenantId: string, documentIds: readonly string[]): Promise<StoredPassage[]> {
    return this.dataSource.manager.find(DocumentPassageEntity, {
      where: { tenantId, documentId: In([...documentIds]) },
      order: { documentId: 'ASC', place: 'ASC' },
    });
  }

  passagesAt(tenantId: string, documentId: string, from: number, to: number): Promise<StoredPassage[]> {
    return this.dataSource.manager.find(DocumentPassageEntity, {
      where: { tenantId, documentId, place: Between(from, to) },
      order: { place: 'ASC' },
    });
  }

  withdraw(
    tenantId: string,
    documentId: string,
    at: Date,
    recordOf: Parameters<DocumentStore['withdraw']>[3],
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const row = await manager.findOne(DocumentEntity, {
        where: { tenantId, id: documentId, ...COMPLETE },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return false;
      if (row.withdrawnAt !== null) return true;
      await manager.update(DocumentEntity, { tenantId, id: documentId }, { withdrawnAt: at });
      const record = recordOf(row);
      await OUTBOX.add(manager, {
        queue: 'explanation-log',
        job: 'append-record.v1',
        jobId: `${record.recordId}-append-record-v1`,
        payload: record,
      });
      return true;
    });
  }

  private async withSuccessors(
    tenantId: string,
    rows: readonly DocumentEntity[],
  ): Promise<GuidelineDocument[]> {
    const successors = await successorsOf(this.dataSource.manager, tenantId, rows);
    return rows.map((row) => documentOf(row, successors.get(row.id)));
  }
}

async function arrivedOf(
  manager: EntityManager,
  tenantId: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (documentIds.length === 0) return new Map();
  const counted = await manager.query<{ id: string; arrived: number }[]>(
    `SELECT document_id AS id, count(*)::int AS arrived FROM document_passages
     WHERE tenant_id = $1 AND document_id = ANY($2) GROUP BY document_id`,
    [tenantId, documentIds],
  );
  return new Map(counted.map(({ id, arrived }) => [id, arrived]));
}

async function forgetGivenUp(manager: EntityManager, tenantId: string, at: Date): Promise<void> {
  const since = new Date(at.getTime() - GIVEN_UP_MS);
  await manager.query(
    `WITH given_up AS (
       DELETE FROM documents WHERE tenant_id = $1 AND completed_at IS NULL AND created_at < $2 RETURNING id
     )
     DELETE FROM document_passages WHERE tenant_id = $1 AND document_id IN (SELECT id FROM given_up)`,
    [tenantId, since],
  );
}

/** What arrives of the same bytes otherwise described, or split into more or fewer: an import that was broken off. */
async function forgetOther(
  manager: EntityManager,
  tenantId: string,
  { id: _id, sha256, ...said }: NewDocument,
): Promise<void> {
  const arriving = await manager.findOne(DocumentEntity, {
    where: { tenantId, sha256, completedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (arriving === null) return;
  const {
    tenantId: _tenant,
    id: _arriving,
    sha256: _same,
    createdAt: _created,
    completedAt: _completed,
    withdrawnAt: _withdrawn,
    ...before
  } = arriving;
  if (isDeepStrictEqual(said, before)) return;
  await manager.delete(DocumentEntity, { tenantId, id: arriving.id });
  await manager.delete(DocumentPassageEntity, { tenantId, documentId: arriving.id });
}

async function stored(manager: EntityManager, row: DocumentEntity): Promise<StoredDocument> {
  const successors = await successorsOf(manager, row.tenantId, [row]);
  return { document: documentOf(row, successors.get(row.id)), complete: row.completedAt !== null };
}

/**
 * The newest standing document that takes the place of each. Editions are followed through those that were withdrawn, and a
 * document stands where its bytes stood before: what took the place of these took its place too, unless it came to take
 * the place of that one again.
 */
const SUCCESSORS = `
  WITH RECURSIVE older (root, id) AS (
    SELECT id, supersedes FROM documents WHERE tenant_id = $1 AND id = ANY($2) AND supersedes IS NOT NULL
    UNION
    SELECT older.root, d.supersedes FROM older JOIN documents d ON d.tenant_id = $1 AND d.id = older.id
    WHERE d.supersedes IS NOT NULL
  ), link (sha256, id, newer_sha256, stands) AS (
    SELECT named.sha256, newer.id, newer.sha256, newer.withdrawn_at IS NULL
    FROM documents newer JOIN documents named ON named.tenant_id = $1 AND named.id = newer.supersedes
    WHERE newer.tenant_id = $1 AND newer.completed_at IS NOT NULL
  ), newer (root, id, sha256, stands) AS (
    SELECT d.id, link.id, link.newer_sha256, link.stands
    FROM documents d JOIN link USING (sha256) WHERE d.tenant_id = $1 AND d.id = ANY($2)
    UNION
    SELECT newer.root, link.id, link.newer_sha256, link.stands
    FROM newer JOIN link ON link.sha256 = newer.sha256 WHERE NOT newer.stands
  )
  SELECT DISTINCT ON (root) root, id FROM newer
  WHERE stands AND id <> root AND NOT EXISTS (SELECT FROM older WHERE older.root = newer.root AND older.id = newer.id)
  ORDER BY root, id DESC`;

async function successorsOf(
  manager: EntityManager,
  tenantId: string,
  rows: readonly DocumentEntity[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const found = await manager.query<{ root: string; id: string }[]>(SUCCESSORS, [
    tenantId,
    rows.map(({ id }) => id),
  ]);
  return new Map(found.map(({ root, id }) => [root, id]));
}

function documentOf(row: DocumentEntity, supersededBy: string | undefined): GuidelineDocument {
  const { tenantId: _tenant, completedAt: _completed, createdAt, withdrawnAt, ...document } = row;
  const replaced = supersededBy === undefined ? 'active' : 'superseded';
  return {
    ...document,
    supersededBy: supersededBy ?? null,
    status: withdrawnAt === null ? replaced : 'withdrawn',
    createdAt: createdAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}
