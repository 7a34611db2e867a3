import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Explanation, type LogCheckpoint, type LogEntry } from '@openrounds/contracts';
import { signCheckpoint, type NoteSigner } from '@openrounds/transparency-log';
import { LOG_STORE, type LogStore, type StoredCheckpoint, type StoredEntry } from '../ports/log-store';
import { NOTE_SIGNER } from '../ports/note-signer';

const recordOf = (entry: StoredEntry): Record<string, unknown> | null =>
  entry.record === null ? null : (JSON.parse(entry.record) as Record<string, unknown>);

/** Reads the log: entries, explanations and the signed checkpoint. */
@Injectable()
export class ReadLog {
  constructor(
    @Inject(LOG_STORE) private readonly log: LogStore,
    @Inject(NOTE_SIGNER) private readonly signer: NoteSigner,
  ) {}

  async entry(tenantId: string, index: number): Promise<LogEntry> {
    const entry = await this.log.findByIndex(tenantId, index);
    if (entry === undefined) throw new DomainError('not-found', 'The log has no such entry');
    const { leafHash, appendedAt, salt } = entry;
    return { index, leafHash, appendedAt: appendedAt.toISOString(), record: recordOf(entry), salt };
  }

  async explanation(tenantId: string, runId: string): Promise<Explanation> {
    const entry = await this.log.findByRun(tenantId, runId);
    if (entry === undefined) throw new DomainError('run-not-ready', 'The run is not in the log yet');
    const record = recordOf(entry);
    if (record === null || entry.salt === null) throw new DomainError('case-erased');
    return { index: entry.index, leafHash: entry.leafHash, salt: entry.salt, record };
  }

  /** The tree head of now, signed once for each size. */
  async checkpoint(): Promise<LogCheckpoint> {
    const head = await this.log.head();
    const { size, rootHash, note } = (await this.log.findCheckpoint(head.size)) ?? (await this.sign(head));
    return { origin: this.signer.name, size, rootHash, note, publicKey: this.signer.verifierKey };
  }

  private async sign({ size, rootHash }: { size: number; rootHash: string }): Promise<StoredCheckpoint> {
    const note = signCheckpoint({ origin: this.signer.name, size, rootHash }, this.signer);
    await this.log.saveCheckpoint({ size, rootHash, note });
    return { size, rootHash, note };
  }
}
