import { eventually } from '@openrounds/testing';
import { answerOf, type ApiClient, type Schemas } from './client';

type LogRecord = Readonly<Record<string, unknown>>;

/** The records of the tenant's log that are wanted, once there is one. The whole log is read: others write into it too. */
export function logged(
  client: ApiClient,
  what: string,
  isWanted: (record: LogRecord) => boolean,
): Promise<readonly LogRecord[]> {
  return eventually(`the log says ${what}`, async () => {
    const found: LogRecord[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = {
        limit: 100,
        ...(cursor === null ? {} : { cursor }),
      };
      const page: Schemas['LogEntryList'] = await answerOf(
        client.GET('/v1/log/entries', { params: { query } }),
      );
      found.push(
        ...page.items.flatMap(({ record }) => (record !== null && isWanted(record) ? [record] : [])),
      );
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found.length > 0 && found;
  });
}
