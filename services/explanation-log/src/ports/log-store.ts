import { type NodePlace } from '@openrounds/transparency-log';
import { type TreeHead } from './head-memory';

/** One leaf of the log; record and salt are null after an erasure. */
export interface StoredEntry {
  readonly index: number;
  readonly leafHash: string;
  readonly appendedAt: Date;
  readonly record: string | null;
  readonly salt: string | null;
  /** The root that was signed when this entry was the newest; told where entries are read by their index. */
  readonly signedRoot?: string | null;
}

export interface NewEntry {
  readonly tenantId: string;
  readonly runId: string;
  readonly caseId: string;
  /** Canonical JSON (RFC 8785). */
  readonly record: string;
  readonly salt: string;
  readonly leafHash: string;
  readonly appendedAt: Date;
}

/** A head that was signed. */
export interface SignedHead extends TreeHead {
  readonly note: string;
}

/** What a witness signed of a head. */
export interface KeptCosignature {
  readonly size: number;
  /** Name and key id, with a plus sign between. */
  readonly witness: string;
  readonly signedAt: Date;
  readonly line: string;
}

/** The append-only log that this service owns. It goes on only from the head that is remembered outside. */
export interface LogStore {
  findByRun(tenantId: string, runId: string): Promise<StoredEntry | undefined>;
  /** An entry by its index; record and salt only for the tenant whose entry it is. */
  findByIndex(tenantId: string, index: number): Promise<StoredEntry | undefined>;
  /**
   * Entries in order from an index on; record and salt only for the tenant whose they are. Ends before the records come
   * to more than `maxBytes` together, but gives one entry where there is one.
   */
  list(tenantId: string, from: number, limit: number, maxBytes: number): Promise<readonly StoredEntry[]>;
  /**
   * Appends, once for each run: a run that is in the log keeps its entry. `erased` when its case was erased.
   *
   * @throws HeadInDoubt
   */
  append(entry: NewEntry): Promise<StoredEntry | 'erased'>;
  /** Nodes of the tree that never change again, in the order of their places; undefined where the tree has none. */
  nodes(places: readonly NodePlace[]): Promise<readonly (string | undefined)[]>;
  /** Size and root hash of the tree as it stands. */
  head(): Promise<TreeHead>;
  /**
   * Signs the head as it stands, under the lock that appends take too. A size has one root for ever.
   *
   * @throws HeadInDoubt
   */
  signHead(sign: (head: TreeHead) => string): Promise<SignedHead>;
  /**
   * Signs the newest head again that one of these witnesses signed.
   *
   * @returns undefined where there is none
   * @throws HeadInDoubt
   */
  signWitnessed(
    witnesses: readonly string[],
    sign: (head: TreeHead) => string,
  ): Promise<SignedHead | undefined>;
  /**
   * The root that was signed of a size; undefined where none was.
   *
   * @throws HeadInDoubt where it is not that of the tree
   */
  rootSigned(size: number): Promise<string | undefined>;
  /** Keeps a cosignature, unless a later one of the same witness and size is there. */
  keepCosignature(cosignature: KeptCosignature): Promise<void>;
  /** The lines that these witnesses signed of a size, by witness. */
  cosignatures(size: number, witnesses: readonly string[]): Promise<readonly string[]>;
  /**
   * @returns the head that is remembered, undefined where there is none yet
   * @throws HeadInDoubt where the database does not continue the log that is remembered
   */
  checkHead(): Promise<TreeHead | undefined>;
  /** Removes records and salts of a case; the leaves stay. */
  erase(tenantId: string, caseId: string): Promise<void>;
  /** Where the entries of a case stand, erased or not, in their order. */
  indicesOf(tenantId: string, caseId: string): Promise<readonly number[]>;
}
export const LOG_STORE = Symbol('LogStore');
