import createClient, { type Client } from 'openapi-fetch';
import { type components, type paths } from '../../openapi/client/schema';

export type Schemas = components['schemas'];
export type ApiClient = Client<paths>;

/** The generated client of the public contract, as a teacher's tool would use it. */
export const clientOf = (baseUrl: string, apiKey: string): ApiClient =>
  createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });

/** The answer of a call that must succeed; the problem document in the error otherwise. */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (data === undefined || data === null) {
    throw new Error(`${String(response.status)} ${response.url}: ${JSON.stringify(error)}`);
  }
  return data;
}

/** Ranks a case and waits for the end of the run. */
export async function rank(
  client: ApiClient,
  body: Schemas['CreateRunInput'],
  seconds = 30,
): Promise<Schemas['Run']> {
  const run = await answerOf(
    client.POST('/v1/runs', { params: { header: { Prefer: `wait=${String(seconds)}` } }, body }),
  );
  expect(run.status).toBe('completed');
  return run;
}
