import { Inject, Injectable } from '@nestjs/common';
import {
  type AddCosignatureInput,
  type ConsistencyProof,
  type Cosignature,
  DomainError,
  type InclusionProof,
  type JobMeta,
  type LogCheckpoint,
  type LogEntry,
} from '@openrounds/contracts';
import { parseTilePath, withSignatures } from '@openrounds/transparency-log';
import { SERVICES, type Services } from '../ports/services';
import { decodePosition, encodeCursor, type Page } from './paging';

/** Reads the transparency log; what an entry says is shown to its tenant alone. */
@Injectable()
export class ReadLog {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  /** @throws DomainError `not-found` */
  entry(meta: JobMeta, index: number): Promise<LogEntry> {
    return this.services.ask('get-log-entry.v1', { meta, index });
  }

  /** @throws DomainError `invalid-request` for a cursor that is none of ours */
  async entries(meta: JobMeta, limit: number, cursor: string | undefined): Promise<Page<LogEntry>> {
    const from = decodePosition(cursor);
    const { items, next } = await this.services.ask('list-log-entries.v1', { meta, from, limit });
    return { items, nextCursor: next === null ? null : encodeCursor(String(next)) };
  }

  /** @throws DomainError `not-found` where none is witnessed */
  checkpoint(meta: JobMeta, witnessed = false): Promise<LogCheckpoint> {
    return this.services.ask('get-checkpoint.v1', { meta, witnessed });
  }

  /** @throws DomainError where the log does not take it */
  cosign(meta: JobMeta, input: AddCosignatureInput): Promise<Cosignature> {
    return this.services.ask('add-cosignature.v1', { meta, ...input });
  }

  /** @throws DomainError `invalid-request` for what the log has not got yet */
  inclusion(
    meta: JobMeta,
    { index, size }: { index: number; size?: number | undefined },
  ): Promise<InclusionProof> {
    return this.services.ask('prove-inclusion.v1', { meta, index, ...(size === undefined ? {} : { size }) });
  }

  /** @throws DomainError `invalid-request` for what the log has not got yet */
  consistency(
    meta: JobMeta,
    { from, to }: { from: number; to?: number | undefined },
  ): Promise<ConsistencyProof> {
    return this.services.ask('prove-consistency.v1', { meta, from, ...(to === undefined ? {} : { to }) });
  }

  /**
   * A file of the log as C2SP tlog-tiles lays it out: `checkpoint`, or a tile of hashes.
   *
   * @throws DomainError `not-found`
   */
  async tile(meta: JobMeta, path: string): Promise<Buffer> {
    if (path === 'checkpoint') {
      const { note, cosignatures } = await this.checkpoint(meta);
      return Buffer.from(withSignatures(note, cosignatures), 'utf8');
    }
    const tile = parseTilePath(path);
    const { hashes } =
      tile === undefined ? { hashes: null } : await this.services.ask('get-log-tile.v1', { meta, tile });
    if (hashes === null) throw new DomainError('not-found', 'The log has no such tile');
    return Buffer.from(hashes, 'base64');
  }
}
