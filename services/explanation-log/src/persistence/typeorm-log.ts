import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, rememberErasure, wasErased } from '@openrounds/persistence';
import { appendLeaf, rootOf, type CompactRange } from '@openrounds/transparency-log';
import { type DataSource, type EntityManager } from 'typeorm';
import { type LogStore, type NewEntry, type StoredCheckpoint, type StoredEntry } from '../ports/log-store';
import { CheckpointEntity } from './entities/checkpoint.entity';
import { LogEntryEntity } from './entities/log-entry.entity';
import { TreeHeadEntity } from './entities/tree-head.entity';
import { TreeNodeEntity } from './entities/tree-node.entity';

const HEAD = 1;
/** Indexes are Postgres integers: there is no entry beyond. */
const LARGEST_INDEX = 2_147_483_647;

@Injectable()
export class TypeOrmLog implements LogStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async findByRun(tenantId: string, runId: string): Promise<StoredEntry | undefined> {
    return (await this.dataSource.manager.findOneBy(LogEntryEntity, { tenantId, runId })) ?? undefined;
  }

  async findByIndex(tenantId: string, index: number): Promise<StoredEntry | undefined> {
    if (index > LARGEST_INDEX) return undefined;
    const row = await this.dataSource.manager.findOneBy(LogEntryEntity, { index });
    if (row === null) return undefined;
    return row.tenantId === tenantId ? row : { ...row, record: null, salt: null };
  }

  /** Appends are one at a time: each locks the head. */
  append(entry: NewEntry): Promise<StoredEntry | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      const range = await lockHead(manager);
      if (await wasErased(manager, entry.tenantId, entry.caseId)) return 'erased';
      const known = await manager.findOneBy(LogEntryEntity, { runId: entry.runId });
      if (known !== null) return known;
      const { range: grown, completed } = appendLeaf(range, entry.leafHash);
      const stored = { ...entry, index: range.size };
      await manager.insert(LogEntryEntity, stored);
      await manager.insert(
        TreeNodeEntity,
        completed.map((node) => ({ ...node })),
      );
      await manager.update(TreeHeadEntity, { id: HEAD }, { size: grown.size, subtrees: [...grown.subtrees] });
      return stored;
    });
  }

  async head(): Promise<{ size: number; rootHash: string }> {
    const head = await this.dataSource.manager.findOneBy(TreeHeadEntity, { id: HEAD });
    const range: CompactRange = head ?? { size: 0, subtrees: [] };
    return { size: range.size, rootHash: rootOf(range) };
  }

  async findCheckpoint(size: number): Promise<StoredCheckpoint | undefined> {
    return (await this.dataSource.manager.findOneBy(CheckpointEntity, { size })) ?? undefined;
  }

  async saveCheckpoint(checkpoint: StoredCheckpoint): Promise<void> {
    const insert = this.dataSource.manager.createQueryBuilder().insert().into(CheckpointEntity);
    await insert
      .values({ ...checkpoint })
      .orIgnore()
      .execute();
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.update(LogEntryEntity, { tenantId, caseId }, { record: null, salt: null });
    });
  }
}

/** The head, locked until the transaction ends; made at the very first append. */
async function lockHead(manager: EntityManager): Promise<CompactRange> {
  return (await findHead(manager)) ?? (await makeHead(manager));
}

const findHead = (manager: EntityManager): Promise<TreeHeadEntity | null> =>
  manager.findOne(TreeHeadEntity, { where: { id: HEAD }, lock: { mode: 'pessimistic_write' } });

/** Of two that append first at the same moment one makes the head, and the other waits for it. */
async function makeHead(manager: EntityManager): Promise<CompactRange> {
  const first = manager.createQueryBuilder().insert().into(TreeHeadEntity);
  await first.values({ id: HEAD, size: 0, subtrees: [] }).orIgnore().execute();
  const head = await findHead(manager);
  if (head === null) throw new Error('the log has no head');
  return head;
}
