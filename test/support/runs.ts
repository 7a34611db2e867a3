import { verifyExport } from '@openrounds/transparency-log';
import { answerOf, type ApiClient, type Schemas } from './client';
import { logEntries } from './log-entries';

/** Work of dead processes is taken up fast, so that the tests need not wait long. */
export const IMPATIENT = { STALLED_SECONDS: '3', RECONCILE_AFTER_SECONDS: '4' };

type RunState = Pick<Schemas['Run'], 'id' | 'status'>;

/** Waits until each run has ended; the runs themselves say when, nothing is slept through. */
export async function untilEnded(client: ApiClient, ids: readonly string[]): Promise<RunState[]> {
  const runs: RunState[] = [];
  for (const id of ids) {
    await readToTheEnd(client, id);
    runs.push(await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id } } })));
  }
  return runs;
}

/** Number of entries in the log. */
export const logSize = async (client: ApiClient): Promise<number> =>
  (await answerOf(client.GET('/v1/log/checkpoint'))).size;

/** Reads the events of a run until it ends. */
export async function readToTheEnd(client: ApiClient, id: string): Promise<void> {
  const { data } = await client.GET('/v1/runs/{id}/events', { params: { path: { id } }, parseAs: 'text' });
  expect(data).toMatch(/event: (completed|failed)/);
}

/** Expects of the entries from `first` on that they are these runs, each once, and of the whole log that it verifies. */
export async function expectEachOnceInTheLog(
  client: ApiClient,
  ids: readonly string[],
  first = 0,
): Promise<void> {
  const checkpoint = await answerOf(client.GET('/v1/log/checkpoint'));
  const entries = (await logEntries(client)).slice(0, checkpoint.size);
  expect(verifyExport({ entries, checkpoint })).toMatchObject({ ok: true, size: checkpoint.size });
  expect(
    entries
      .slice(first)
      .map(({ record }) => String(record?.['runId']))
      .sort(),
  ).toEqual([...ids].sort());
}
