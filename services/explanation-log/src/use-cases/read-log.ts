import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_PAYLOAD_BYTES,
  type Explanation,
  type LogCheckpoint,
  type LogEntries,
  type LogEntry,
} from '@openrounds/contracts';
import { canonicalJson, signCheckpoint, type NoteSigner } from '@openrounds/transparency-log';
import { type TreeHead } from '../ports/head-memory';
import { LOG_STORE, type LogStore, type StoredEntry } from '../ports/log-store';
import { LOG_WITNESSES, type LogWitnesses, witnessId } from '../ports/log-witnesses';
import { NOTE_SIGNER } from '../ports/note-signer';

/**
 * The record as it was written, and nothing of one that is written otherwise: with `1E-7` in the place of `1e-7`, or another last digit
 * of a number, it would be read as the same, so that nobody outside could tell.
 */
function recordOf({ record }: StoredEntry): Record<string, unknown> | null {
  if (record === null) return null;
  try {
    const read = JSON.parse(record) as Record<string, unknown>;
    return canonicalJson(read) === record ? read : null;
  } catch {
    return null;
  }
}

const present = (entry: StoredEntry): LogEntry => {
  const { index, leafHash, appendedAt, salt, signedRoot } = entry;
  const shown = { index, leafHash, appendedAt: appendedAt.toISOString(), record: recordOf(entry), salt };
  return signedRoot ? { ...shown, signedRoot } : shown;
};

/** Records of a page, in bytes: with hashes and salts of a hundred entries it stays below what a queue carries. */
const MAX_PAGE_BYTES = MAX_PAYLOAD_BYTES / 2;

/** Reads the log: entries, explanations and the signed checkpoint. */
@Injectable()
export class ReadLog {
  constructor(
    @Inject(LOG_STORE) private readonly log: LogStore,
    @Inject(NOTE_SIGNER) private readonly signer: NoteSigner,
    @Inject(LOG_WITNESSES) private readonly witnesses: LogWitnesses,
  ) {}

  async entry(tenantId: string, index: number): Promise<LogEntry> {
    const entry = await this.log.findByIndex(tenantId, index);
    if (entry === undefined) throw new DomainError('not-found', 'The log has no such entry');
    return present(entry);
  }

  /** A page of entries from an index on, as many as travel together. */
  async entries(tenantId: string, from: number, limit: number): Promise<LogEntries> {
    const entries = await this.log.list(tenantId, from, limit, MAX_PAGE_BYTES);
    const { size } = await this.log.head();
    const last = entries.at(-1);
    const next = last === undefined || last.index + 1 >= size ? null : last.index + 1;
    return { items: entries.map(present), next };
  }

  async explanation(tenantId: string, runId: string): Promise<Explanation> {
    const entry = await this.log.findByRun(tenantId, runId);
    if (entry === undefined) throw new DomainError('run-not-ready', 'The run is not in the log yet');
    if (entry.record === null || entry.salt === null) throw new DomainError('case-erased');
    const record = recordOf(entry);
    if (record === null)
      throw new Error(`the record of entry ${String(entry.index)} is not as it was written`);
    return { index: entry.index, leafHash: entry.leafHash, salt: entry.salt, record };
  }

  /**
   * The head of now, or the newest that a witness signed, under a signature by the key of now. A signature is made anew
   * each time (Ed25519 gives the same one for the same head and key), so that a note never outlives its key.
   *
   * @throws HeadInDoubt
   * @throws DomainError `not-found` where no witness signed yet
   */
  async checkpoint(witnessed = false): Promise<LogCheckpoint> {
    const { name: origin, verifierKey: publicKey } = this.signer;
    const known = this.witnesses.map(witnessId);
    const sign = (head: TreeHead): string => signCheckpoint({ origin, ...head }, this.signer);
    const signed = witnessed ? await this.log.signWitnessed(known, sign) : await this.log.signHead(sign);
    if (signed === undefined) throw new DomainError('not-found', 'No witness has signed a head of the log');
    const cosignatures = known.length === 0 ? [] : await this.log.cosignatures(signed.size, known);
    const { size, rootHash, note } = signed;
    return { origin, size, rootHash, note, publicKey, cosignatures: [...cosignatures] };
  }
}
