import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE, HELD_CASE, rememberErasure } from '@openrounds/persistence';
import { faultPoint } from '@openrounds/platform';
import {
  appendLeaf,
  consistencyPlaces,
  EMPTY_RANGE,
  rootOf,
  type CompactRange,
  type NodePlace,
  type TreeNode,
} from '@openrounds/transparency-log';
import { type DataSource, type EntityManager } from 'typeorm';
import { type TreeHead } from '../ports/head-memory';
import {
  type KeptCosignature,
  type LogStore,
  type NewEntry,
  type SignedHead,
  type StoredEntry,
} from '../ports/log-store';
import { GuardHead, HeadInDoubt, type NodeReader } from '../use-cases/guard-head';
import { CheckpointEntity } from './entities/checkpoint.entity';
import { LogEntryEntity } from './entities/log-entry.entity';
import { TreeHeadEntity } from './entities/tree-head.entity';

const HEAD = 1;
/** The columns of a stored entry. */
const ENTRY = 'index, leaf_hash AS "leafHash", record, salt, appended_at AS "appendedAt"';
/** Indexes are Postgres integers: there is no entry beyond. */
const LARGEST_INDEX = 2_147_483_647;

/** Plain SQL where every run comes by: to build such a query costs more than to run it. */
@Injectable()
export class TypeOrmLog implements LogStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(GuardHead) private readonly guard: GuardHead,
  ) {}

  async findByRun(tenantId: string, runId: string): Promise<StoredEntry | undefined> {
    const [entry] = await this.dataSource.query<StoredEntry[]>(
      `SELECT ${ENTRY} FROM entries WHERE tenant_id = $1 AND run_id = $2`,
      [tenantId, runId],
    );
    return entry;
  }

  async findByIndex(tenantId: string, index: number): Promise<StoredEntry | undefined> {
    if (index > LARGEST_INDEX) return undefined;
    const row = await this.dataSource.manager.findOneBy(LogEntryEntity, { index });
    if (row === null) return undefined;
    const signed = await this.dataSource.manager.findOneBy(CheckpointEntity, { size: index + 1 });
    const entry = { ...row, signedRoot: signed?.rootHash ?? null };
    return row.tenantId === tenantId ? entry : { ...entry, record: null, salt: null };
  }

  async list(
    tenantId: string,
    from: number,
    limit: number,
    maxBytes: number,
  ): Promise<readonly StoredEntry[]> {
    if (from > LARGEST_INDEX) return [];
    return this.dataSource.manager.query<StoredEntry[]>(
      `SELECT index, leaf_hash AS "leafHash", appended_at AS "appendedAt", root_hash AS "signedRoot",
              CASE WHEN own THEN record END AS record, CASE WHEN own THEN salt END AS salt
         FROM (SELECT *, tenant_id = $1 AS own,
                      sum(CASE WHEN tenant_id = $1 THEN octet_length(record) END) OVER (ORDER BY index) AS bytes
                 FROM (SELECT * FROM entries WHERE index >= $2 ORDER BY index LIMIT $3) page) sized
         LEFT JOIN checkpoints ON size = index + 1
        WHERE index = $2 OR coalesce(bytes, 0) <= $4 ORDER BY index`,
      [tenantId, from, limit, maxBytes],
    );
  }

  /** Appends are one at a time: each locks the head. */
  append(entry: NewEntry): Promise<StoredEntry | 'erased'> {
    return this.dataSource.transaction(async (manager) => {
      const range = await lockHead(manager);
      const { kept, ...known } = await holdCase(manager, entry);
      if (!kept) return 'erased';
      if (known.index !== null) return known;
      const { range: grown, completed } = appendLeaf(range, entry.leafHash);
      const stored = { ...entry, index: range.size };
      // Neither needs the other, both wait for a disk, and all other appends wait for both: nothing is committed without either.
      await Promise.all([
        this.guard.admit(headOf(range), nodesOf(manager)),
        write(manager, stored, completed, grown),
      ]);
      faultPoint('explanation-log:append');
      this.guard.grew(headOf(range), headOf(grown));
      return stored;
    });
  }

  nodes(places: readonly NodePlace[]): Promise<readonly (string | undefined)[]> {
    return nodesOf(this.dataSource.manager)(places);
  }

  async head(): Promise<TreeHead> {
    const head = await this.dataSource.manager.findOneBy(TreeHeadEntity, { id: HEAD });
    return headOf(head ?? EMPTY_RANGE);
  }

  signHead(sign: (head: TreeHead) => string): Promise<SignedHead> {
    return this.dataSource.transaction(async (manager) => {
      const head = headOf(await lockHead(manager));
      await requireSameRoot(manager, head);
      await this.guard.admit(head, nodesOf(manager));
      faultPoint('explanation-log:sign-head');
      const note = sign(head);
      await manager.createQueryBuilder().insert().into(CheckpointEntity).values(head).orIgnore().execute();
      return { ...head, note };
    });
  }

  signWitnessed(
    witnesses: readonly string[],
    sign: (head: TreeHead) => string,
  ): Promise<SignedHead | undefined> {
    return this.dataSource.transaction(async (manager) => {
      await this.guard.admit(headOf(await lockHead(manager)), nodesOf(manager));
      const [head] = await manager.query<TreeHead[]>(
        `SELECT size, root_hash AS "rootHash" FROM cosignatures JOIN checkpoints USING (size)
          WHERE witness = ANY($1) ORDER BY size DESC LIMIT 1`,
        [witnesses],
      );
      if (head === undefined) return undefined;
      await requireRootOfTree(manager, head);
      return { ...head, note: sign(head) };
    });
  }

  async rootSigned(size: number): Promise<string | undefined> {
    if (size > LARGEST_INDEX) return undefined;
    const { manager } = this.dataSource;
    const signed = await manager.findOneBy(CheckpointEntity, { size });
    if (signed !== null) await requireRootOfTree(manager, signed);
    return signed?.rootHash;
  }

  async keepCosignature({ size, witness, signedAt, line }: KeptCosignature): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO cosignatures AS kept (size, witness, signed_at, line) VALUES ($1, $2, $3, $4)
         ON CONFLICT (size, witness) DO UPDATE SET signed_at = excluded.signed_at, line = excluded.line
          WHERE kept.signed_at < excluded.signed_at`,
      [size, witness, signedAt, line],
    );
  }

  async cosignatures(size: number, witnesses: readonly string[]): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ line: string }[]>(
      'SELECT line FROM cosignatures WHERE size = $1 AND witness = ANY($2) ORDER BY witness',
      [size, witnesses],
    );
    return rows.map(({ line }) => line);
  }

  checkHead(): Promise<TreeHead | undefined> {
    return this.guard.check(() => this.head(), nodesOf(this.dataSource.manager));
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await rememberErasure(manager, tenantId, caseId);
      await manager.update(LogEntryEntity, { tenantId, caseId }, { record: null, salt: null });
    });
  }

  async indicesOf(tenantId: string, caseId: string): Promise<readonly number[]> {
    const rows = await this.dataSource.manager.find(LogEntryEntity, {
      select: { index: true },
      where: { tenantId, caseId },
      order: { index: 'ASC' },
    });
    return rows.map(({ index }) => index);
  }
}

type Nothing = { readonly [column in keyof StoredEntry]: null };

/** Holds the case of an entry until the transaction ends, and tells what stands of its run already. */
async function holdCase(
  manager: EntityManager,
  { tenantId, caseId, runId }: NewEntry,
): Promise<{ readonly kept: boolean } & (StoredEntry | Nothing)> {
  const [row] = await manager.query<({ kept: boolean } & (StoredEntry | Nothing))[]>(
    `WITH ${HELD_CASE} SELECT kept, ${ENTRY} FROM held LEFT JOIN entries ON run_id = $3`,
    [tenantId, caseId, runId],
  );
  if (row === undefined) throw new Error('the case cannot be held');
  return row;
}

/** A leaf, the nodes that it completes and the head, in one statement: each costs a way to the database and back. */
async function write(
  manager: EntityManager,
  {
    index,
    runId,
    tenantId,
    caseId,
    leafHash,
    record,
    salt,
    appendedAt,
  }: NewEntry & { readonly index: number },
  completed: readonly TreeNode[],
  { size, subtrees }: CompactRange,
): Promise<void> {
  await manager.query(
    `WITH leaf AS (
       INSERT INTO entries (index, run_id, tenant_id, case_id, leaf_hash, record, salt, appended_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ), completed AS (
       INSERT INTO tree_nodes (level, index, hash) SELECT * FROM unnest($9::integer[], $10::integer[], $11::text[])
     )
     UPDATE tree_head SET size = $12, subtrees = $13 WHERE id = $14`,
    [
      ...[index, runId, tenantId, caseId, leafHash, record, salt, appendedAt],
      completed.map((node) => node.level),
      completed.map((node) => node.index),
      completed.map((node) => node.hash),
      ...[size, JSON.stringify(subtrees), HEAD],
    ],
  );
}

const headOf = (range: CompactRange): TreeHead => ({ size: range.size, rootHash: rootOf(range) });

/** What the database itself knows to have signed of this size. */
async function requireSameRoot(manager: EntityManager, { size, rootHash }: TreeHead): Promise<void> {
  const signed = await manager.findOneBy(CheckpointEntity, { size });
  if (signed === null || signed.rootHash === rootHash) return;
  throw new HeadInDoubt(`${String(size)} entries were signed with another root, ${signed.rootHash}`);
}

/** What the database knows to have signed of an earlier size has to be what its tree was then. */
async function requireRootOfTree(manager: EntityManager, { size, rootHash }: TreeHead): Promise<void> {
  const subtrees = await nodesOf(manager)(consistencyPlaces(0, size));
  const known = subtrees.filter((hash) => hash !== undefined);
  if (known.length === subtrees.length && rootOf({ size, subtrees: known }) === rootHash) return;
  throw new HeadInDoubt(`${String(size)} entries were signed with a root that is not theirs, ${rootHash}`);
}

const nodesOf =
  (manager: EntityManager): NodeReader =>
  async (places) => {
    const rows = await manager.query<{ hash: string | null }[]>(
      `SELECT node.hash FROM unnest($1::integer[], $2::integer[]) WITH ORDINALITY AS place (level, index, at)
         LEFT JOIN tree_nodes node ON node.level = place.level AND node.index = place.index ORDER BY place.at`,
      [places.map(({ level }) => level), places.map(({ index }) => index)],
    );
    return rows.map(({ hash }) => hash ?? undefined);
  };

/** The head, locked until the transaction ends; made at the very first append. */
async function lockHead(manager: EntityManager): Promise<CompactRange> {
  return (await findHead(manager)) ?? (await makeHead(manager));
}

async function findHead(manager: EntityManager): Promise<CompactRange | undefined> {
  const [head] = await manager.query<CompactRange[]>(
    'SELECT size, subtrees FROM tree_head WHERE id = $1 FOR UPDATE',
    [HEAD],
  );
  return head;
}

/** Of two that append first at the same moment one makes the head, and the other waits for it. */
async function makeHead(manager: EntityManager): Promise<CompactRange> {
  const first = manager.createQueryBuilder().insert().into(TreeHeadEntity);
  await first.values({ id: HEAD, size: 0, subtrees: [] }).orIgnore().execute();
  const head = await findHead(manager);
  if (head === undefined) throw new Error('the log has no head');
  return head;
}
