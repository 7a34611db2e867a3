import { Inject, Injectable } from '@nestjs/common';
import { type AppendErasurePayload, type AppendRecordPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { canonicalJson, newSalt, saltedLeafOfText } from '@openrounds/transparency-log';
import { LOG_STORE, type LogStore } from '../ports/log-store';
import { ERASURE_FORMAT } from './erase-records';

/** The format of each kind of record. */
const FORMATS: Readonly<Record<AppendRecordPayload['kind'], string>> = {
  'key-committed': 'openrounds.room.v1',
  'room-released': 'openrounds.room.v1',
  'marks-released': 'openrounds.assignment.v1',
  'document-withdrawn': 'openrounds.guideline.v1',
};

/**
 * Freezes a record that belongs to no run, once for each id. It stands in the log as a run's does: the record's id in the
 * place of the run's, what it is about in that of the case, with whose erasure it is emptied.
 */
@Injectable()
export class AppendRecord {
  constructor(
    @Inject(LOG_STORE) private readonly log: Pick<LogStore, 'append'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a room promised or gave out, that marks were released, or a guideline document withdrawn. */
  execute({ meta, recordId, subjectId, kind, at, record }: AppendRecordPayload): Promise<void> {
    return this.freeze(meta.tenantId, recordId, subjectId, { ...record, format: FORMATS[kind], kind, at });
  }

  /** That something was erased. The record is about itself, so that no erasure empties it. */
  erasure({ meta, recordId, ...told }: AppendErasurePayload): Promise<void> {
    return this.freeze(meta.tenantId, recordId, recordId, { format: ERASURE_FORMAT, ...told });
  }

  private async freeze(tenantId: string, runId: string, caseId: string, record: object): Promise<void> {
    const text = canonicalJson(record);
    const salt = newSalt();
    const leafHash = saltedLeafOfText(text, salt);
    await this.log.append({
      tenantId,
      runId,
      caseId,
      record: text,
      salt,
      leafHash,
      appendedAt: this.clock.now(),
    });
  }
}
