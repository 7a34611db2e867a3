import { answerOf, type ApiClient, type Schemas } from './client';

/** All entries of the log as this client sees them, page after page. */
export async function logEntries(client: ApiClient): Promise<Schemas['LogEntry'][]> {
  const entries: Schemas['LogEntry'][] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = {
      limit: 100,
      ...(cursor === null ? {} : { cursor }),
    };
    const page: Schemas['LogEntryList'] = await answerOf(
      client.GET('/v1/log/entries', { params: { query } }),
    );
    entries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return entries;
}
