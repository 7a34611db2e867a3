import { type ListLogEntriesPayload, type LogEntries } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReadLog } from '../use-cases/read-log';

/** Reads a page of the log. */
@Handles('explanation-log-interactive', 'list-log-entries.v1')
export class ListLogEntriesResponder {
  constructor(private readonly log: ReadLog) {}

  answer({ meta, from, limit }: ListLogEntriesPayload): Promise<LogEntries> {
    return this.log.entries(meta.tenantId, from, limit);
  }
}
