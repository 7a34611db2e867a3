import { type GetLogEntryPayload, type LogEntry } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReadLog } from '../use-cases/read-log';

/** Reads an entry of the log. */
@Handles('explanation-log-interactive', 'get-log-entry.v1')
export class GetLogEntryResponder {
  constructor(private readonly log: ReadLog) {}

  answer({ meta, index }: GetLogEntryPayload): Promise<LogEntry> {
    return this.log.entry(meta.tenantId, index);
  }
}
