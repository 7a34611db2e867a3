import { merkleTreeHash, type NodePlace } from '@openrounds/transparency-log';
import { type TreeHead } from '../../src/ports/head-memory';
import { type LogStore, type NewEntry, type StoredEntry } from '../../src/ports/log-store';

/** The part of the log that keeps entries: what is signed and remembered of its head stands beside it. */
export type KeepsEntries = Pick<
  LogStore,
  'append' | 'erase' | 'findByIndex' | 'findByRun' | 'head' | 'indicesOf' | 'nodes'
>;

type Kept = Omit<NewEntry, 'record' | 'salt'> & StoredEntry;

const withoutOwner = ({ index, leafHash, appendedAt, record, salt }: Kept): StoredEntry => ({
  index,
  leafHash,
  appendedAt,
  record,
  salt,
});

/** Entries in memory: passes the suite that the log in Postgres passes. */
export class MemoryLog implements KeepsEntries {
  private readonly rows: Kept[] = [];
  private readonly erased = new Set<string>();

  get entries(): readonly StoredEntry[] {
    return this.rows;
  }

  append(entry: NewEntry): Promise<StoredEntry | 'erased'> {
    if (this.erased.has(JSON.stringify([entry.tenantId, entry.caseId]))) return Promise.resolve('erased');
    const known = this.rows.find(({ runId }) => runId === entry.runId);
    const stored = known ?? { ...entry, index: this.rows.length };
    if (known === undefined) this.rows.push(stored);
    return Promise.resolve(withoutOwner(stored));
  }

  findByRun(tenantId: string, runId: string): Promise<StoredEntry | undefined> {
    const found = this.rows.find((each) => each.tenantId === tenantId && each.runId === runId);
    return Promise.resolve(found && withoutOwner(found));
  }

  findByIndex(tenantId: string, index: number): Promise<StoredEntry | undefined> {
    const found = this.rows[index];
    if (found === undefined) return Promise.resolve(undefined);
    const entry = withoutOwner(found);
    return Promise.resolve(found.tenantId === tenantId ? entry : { ...entry, record: null, salt: null });
  }

  head(): Promise<TreeHead> {
    const leaves = this.rows.map(({ leafHash }) => leafHash);
    return Promise.resolve({ size: leaves.length, rootHash: merkleTreeHash(leaves) });
  }

  nodes(places: readonly NodePlace[]): Promise<readonly (string | undefined)[]> {
    const leaves = this.rows.map(({ leafHash }) => leafHash);
    return Promise.resolve(
      places.map(({ level, index }) => {
        const covered = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level);
        return covered.length < 2 ** level ? undefined : merkleTreeHash(covered);
      }),
    );
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    this.erased.add(JSON.stringify([tenantId, caseId]));
    for (const [index, row] of this.rows.entries())
      if (row.tenantId === tenantId && row.caseId === caseId)
        this.rows[index] = { ...row, record: null, salt: null };
    return Promise.resolve();
  }

  indicesOf(tenantId: string, caseId: string): Promise<readonly number[]> {
    const own = this.rows.filter((row) => row.tenantId === tenantId && row.caseId === caseId);
    return Promise.resolve(own.map(({ index }) => index));
  }
}
