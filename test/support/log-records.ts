import { eventually } from '@openrounds/testing';
import { type ApiClient } from './client';
import { logEntries } from './log-entries';

type LogRecord = Readonly<Record<string, unknown>>;

/** The records of the tenant's log that are wanted, once there is one. The whole log is read: others write into it too. */
export function logged(
  client: ApiClient,
  what: string,
  isWanted: (record: LogRecord) => boolean,
): Promise<readonly LogRecord[]> {
  return eventually(`the log says ${what}`, async () => {
    const entries = await logEntries(client);
    const found = entries.flatMap(({ record }) => (record !== null && isWanted(record) ? [record] : []));
    return found.length > 0 && found;
  });
}
