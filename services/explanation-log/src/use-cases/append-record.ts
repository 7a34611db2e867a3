import { Inject, Injectable } from '@nestjs/common';
import { type AppendRecordPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { canonicalJson, newSalt, saltedLeafOfText } from '@openrounds/transparency-log';
import { LOG_STORE, type LogStore } from '../ports/log-store';
import { ERASURE_FORMAT } from './erase-records';

const ROOM_FORMAT = 'openrounds.room.v1';
const FORMAT_OF = {
  'key-committed': ROOM_FORMAT,
  'room-released': ROOM_FORMAT,
  'learner-erased': ERASURE_FORMAT,
  'room-erased': ERASURE_FORMAT,
  'teaching-case-erased': ERASURE_FORMAT,
} as const satisfies Record<AppendRecordPayload['kind'], string>;

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

  async execute({ meta, recordId, subjectId, kind, at, record }: AppendRecordPayload): Promise<void> {
    const text = canonicalJson({ ...record, format: FORMAT_OF[kind], kind, at });
    const salt = newSalt();
    await this.log.append({
      tenantId: meta.tenantId,
      runId: recordId,
      caseId: subjectId,
      record: text,
      salt,
      leafHash: saltedLeafOfText(text, salt),
      appendedAt: this.clock.now(),
    });
  }
}
