import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeInFull, eventually } from '@openrounds/testing';
import { Client } from 'pg';
import { answerOf, clientOf, rank, type ApiClient, type Schemas } from '../support/client';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(180_000);

const ROOT = join(__dirname, '..', '..');
const NARRATIVE = 'A 58-year-old woman with dyspnoea since a long flight and a swollen left leg.';

describeInFull('the key that narratives are sealed with, rotated', () => {
  let stack: Stack;
  let client: ApiClient;

  beforeAll(async () => {
    stack = await startStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
  });
  afterAll(() => stack.stop());

  const keysDir = () => join(stack.dataDir, 'keys');
  /** The command as a person gives it; rejects where it does not end well. */
  const openrounds = async (...args: string[]): Promise<string> => {
    const command = [join(ROOT, 'scripts', 'openrounds.mjs'), ...args];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
    return stdout.trim();
  };
  const readRun = (id: string) => answerOf(client.GET('/v1/runs/{id}', { params: { path: { id } } }));
  const restart = async () => {
    for (const service of ['gateway', 'case-intake'] as const) await stack.restart(service);
  };
  /** Ids of the keys under which the seals in a column are. */
  const keysOf = async (role: string, column: string, table: string): Promise<string[]> => {
    const database = new Client({ connectionString: await stack.databaseUrl(role) });
    await database.connect();
    try {
      const { rows } = await database.query<{ id: string }>(
        `SELECT DISTINCT ${column} ->> 'keyId' AS id FROM ${table} WHERE ${column} IS NOT NULL`,
      );
      return rows.map(({ id }) => id);
    } finally {
      await database.end();
    }
  };
  const allKeys = async (): Promise<string[]> => {
    const ids = await Promise.all([
      keysOf('gateway', 'understood', 'runs'),
      keysOf('gateway', `input -> 'sealed'`, 'runs'),
      keysOf('case_intake', 'content', 'case_versions'),
      keysOf('case_intake', 'understood', 'intake_results'),
    ]);
    expect(ids.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    return [...new Set(ids.flat())];
  };

  it('leaves every case and run readable with the new key alone', async () => {
    const input: Schemas['CaseInput'] = { narrative: NARRATIVE };
    const stored = await answerOf(client.POST('/v1/cases', { body: input }));
    const done = await rank(client, { caseId: stored.id });
    expect(JSON.stringify(done.understood?.findings)).toContain('dyspnoea');
    // A run that waits keeps its case sealed in the gateway.
    await stack.kill('case-intake');
    const waiting = await answerOf(client.POST('/v1/runs', { body: { case: input } }));
    const [old, ...others] = await allKeys();
    expect(others).toEqual([]);

    const added = await openrounds('keys', 'add', 'sealing', keysDir());
    await openrounds('keys', 'use', 'sealing', keysDir(), added);
    await openrounds('keys', 'rewrap', stack.dataDir);
    expect(await allKeys()).toEqual([added]);

    await restart();
    await eventually('the run that waited is completed', async () => {
      const { status } = await readRun(waiting.id);
      return status === 'completed';
    });
    await openrounds('keys', 'remove', 'sealing', keysDir(), old ?? '');
    await restart();
    expect(await answerOf(client.GET('/v1/cases/{id}', { params: { path: { id: stored.id } } }))).toEqual(
      stored,
    );
    expect(await readRun(done.id)).toEqual(done);
    const { items } = await answerOf(client.GET('/v1/cases', {}));
    expect(items.map(({ narrative }) => narrative)).toEqual([NARRATIVE, NARRATIVE]);
    expect(await rank(client, { caseId: stored.id })).toMatchObject({ caseId: stored.id });
  });
});
