import { Inject, Injectable } from '@nestjs/common';
import { type JobMeta, type LogCheckpoint, type LogEntry } from '@openrounds/contracts';
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

  checkpoint(meta: JobMeta): Promise<LogCheckpoint> {
    return this.services.ask('get-checkpoint.v1', { meta });
  }
}
