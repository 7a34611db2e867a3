import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, uuidOf, type Clock } from '@openrounds/platform';
import { canonicalJson, newSalt, saltedLeafOfText } from '@openrounds/transparency-log';
import { LOG_STORE, type LogStore } from '../ports/log-store';

/** The format of a record that says what was erased. */
export const ERASURE_FORMAT = 'openrounds.erasure.v1';

/** Empties the records of a case, and says in the log that it was done. */
@Injectable()
export class EraseRecords {
  constructor(
    @Inject(LOG_STORE) private readonly log: Pick<LogStore, 'append' | 'erase' | 'indicesOf'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Twice does no harm. */
  erase(tenantId: string, caseId: string): Promise<void> {
    return this.log.erase(tenantId, caseId);
  }

  /**
   * Appends, once for each case, which entries were emptied and when: its tenant sees why they have no record. It belongs to no case, so that
   * no erasure empties it, and holds of the case only its id and those indices.
   *
   * @throws HeadInDoubt where the log cannot go on
   */
  async note(tenantId: string, caseId: string): Promise<void> {
    const appendedAt = this.clock.now();
    const text = canonicalJson({
      format: ERASURE_FORMAT,
      kind: 'case-erased',
      caseId,
      entries: await this.log.indicesOf(tenantId, caseId),
      at: appendedAt.toISOString(),
    });
    const salt = newSalt();
    const id = uuidOf(`openrounds/case-erased ${tenantId} ${caseId}`);
    await this.log.append({
      tenantId,
      runId: id,
      caseId: id,
      record: text,
      salt,
      leafHash: saltedLeafOfText(text, salt),
      appendedAt,
    });
  }
}
