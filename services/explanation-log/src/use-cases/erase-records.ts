import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, uuidOf, type Clock } from '@openrounds/platform';
import { canonicalJson, newSalt, saltedLeafOfText } from '@openrounds/transparency-log';
import { LOG_STORE, type LogStore } from '../ports/log-store';

const RECORD_FORMAT = 'openrounds.erasure.v1';

/**
 * Empties the records of a case and freezes in the log, once for each case, that it was done: who finds leaves without records sees why. That
 * record belongs to no case, so that no erasure empties it, and holds nothing of the case but its id.
 */
@Injectable()
export class EraseRecords {
  constructor(
    @Inject(LOG_STORE) private readonly log: Pick<LogStore, 'append' | 'erase'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws HeadInDoubt after the records are emptied, where the log cannot go on */
  async erase(tenantId: string, caseId: string): Promise<void> {
    await this.log.erase(tenantId, caseId);
    const appendedAt = this.clock.now();
    const text = canonicalJson({
      format: RECORD_FORMAT,
      kind: 'case-erased',
      caseId,
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
