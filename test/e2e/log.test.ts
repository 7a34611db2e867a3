import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { eachInFull, eventually, FULL, itInFull, tries } from '@openrounds/testing';
import { isConsistent, isIncluded, merkleTreeHash, parseCheckpoint } from '@openrounds/transparency-log';
import fc from 'fast-check';
import { Client } from 'pg';
import { exportLog } from '../../services/cli/src/log/export-log';
import { LogApi } from '../../services/cli/src/log/log-api';
import { leavesOf, wrongEntries, wrongTiles } from '../../services/cli/src/log/served-log';
import { answerOf, clientOf, type ApiClient } from '../support/client';
import { expectAllWell } from '../support/health';
import { logged } from '../support/log-records';
import { CODED } from '../support/sample-cases';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(180_000);

const openrounds = (...argv: string[]): Promise<{ stdout: string }> =>
  promisify(execFile)(process.execPath, [join(__dirname, '../../scripts/openrounds.mjs'), ...argv]);

const IMPATIENT = { STALLED_SECONDS: '3', RECONCILE_AFTER_SECONDS: '4' };
const TABLES = ['entries', 'tree_nodes', 'tree_head', 'checkpoints'];

describe('the explanation log of a running product', () => {
  let stack: Stack;
  let client: ApiClient;
  let witnessFolder: string;
  let witnessKey: string;

  beforeAll(async () => {
    witnessFolder = join(mkdtempSync(join(tmpdir(), 'witness-')), 'folder');
    const made = await openrounds('log', 'make-witness', witnessFolder, 'witness.example/w1');
    witnessKey = made.stdout.trim();
    stack = await startStack({ commonEnv: { ...IMPATIENT, LOG_WITNESSES: witnessKey } });
    client = clientOf(stack.baseUrl, stack.apiKey);
  });

  afterEach(() => expectAllWell(stack));
  afterAll(async () => {
    rmSync(dirname(witnessFolder), { recursive: true, force: true });
    await stack.stop();
  });

  const completeRun = async (): Promise<string> => {
    const run = await answerOf(
      client.POST('/v1/runs', { params: { header: { Prefer: 'wait=30' } }, body: { case: CODED } }),
    );
    expect(run.status).toBe('completed');
    return run.id;
  };
  const statusOf = async (id: string) =>
    (await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id } } }))).status;
  const asSuperuser = async (sql: string): Promise<void> => {
    const database = new Client({ connectionString: await stack.databaseUrl('postgres') });
    await database.connect();
    await database.query(sql).finally(() => database.end());
  };

  it('is exported into a file that verifies, and in which no byte can be changed', async () => {
    await completeRun();
    await completeRun();
    const file = join(stack.dataDir, 'log.jsonl');
    const key = join(stack.dataDir, 'api-key');
    const exported = await openrounds(
      'log',
      'export',
      '--output',
      file,
      '--server',
      stack.baseUrl,
      '--key-file',
      key,
    );
    expect(exported.stdout).toMatch(/^2 entries; root/);
    const { publicKey } = await answerOf(client.GET('/v1/log/checkpoint'));
    const { stdout } = await openrounds('log', 'verify', file, '--key', publicKey);
    expect(stdout).toMatch(/^2 entries; root [0-9a-f]{64}\nverified; signed by the key given\n$/);
    const atServer = ['--server', stack.baseUrl, '--key-file', key];
    expect((await openrounds('log', 'verify', file, ...atServer)).stdout).toBe(
      (await openrounds('log', 'verify', file)).stdout,
    );
    const changeLeaf = (sql: string) =>
      asSuperuser(
        `SET session_replication_role = replica; UPDATE explanation_log.tree_nodes SET hash = ${sql} WHERE level = 0 AND index = 1;`,
      );
    await changeLeaf('reverse(hash)');
    await expect(openrounds('log', 'verify', file, ...atServer)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('NOT what the entries make: tile/0/000.p/2') as string,
    });
    await changeLeaf('reverse(hash)');
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(openrounds('log', 'verify', file)).rejects.toMatchObject({ code: 1 });
  });

  it('is found out when a byte of any stored record, salt, leaf, tile or signed root is another', async () => {
    await completeRun();
    const api = new LogApi(stack.baseUrl, stack.apiKey, () => Promise.resolve());
    const output = join(stack.dataDir, 'before.jsonl');
    expect((await exportLog(api, { output }, () => undefined)).ok).toBe(true);
    const leaves = await leavesOf(output);
    const database = new Client({ connectionString: await stack.databaseUrl('postgres') });
    await database.connect();
    // As somebody with the database in hand: past every trigger.
    await database.query('SET session_replication_role = replica; SET search_path = explanation_log');
    const stored = [
      ['entries', 'record', 'index'],
      ['entries', 'salt', 'index'],
      ['entries', 'leaf_hash', 'index'],
      ['tree_nodes', 'hash', 'index'],
      ['checkpoints', 'root_hash', 'size'],
    ] as const;
    /** What `log verify FILE --server` says; what is no hash any more the product does not even serve. */
    const found = async (): Promise<readonly string[]> => {
      try {
        const tiles = await wrongTiles(leaves, (path) => api.tile(path));
        return [...(await wrongEntries(leaves, api.pages())), ...tiles];
      } catch (error) {
        return [String(error)];
      }
    };
    expect(await found()).toEqual([]);
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...stored),
          fc.nat(),
          fc.nat(),
          fc.integer({ min: 0x20, max: 0x7e }),
          async ([table, column, key], row, at, code) => {
            // What is no hash any more is not even served, after a while: in the long form alone.
            const isHash = column.endsWith('hash') && !FULL;
            const letter = isHash ? (code % 16).toString(16) : String.fromCharCode(code);
            const foot = table === 'tree_nodes' ? 'level % 8 = 0' : `${column} IS NOT NULL`;
            const { rows } = await database.query<{ key: number; text: string }>(
              `SELECT ${key} AS key, ${column} AS text FROM ${table} WHERE ${foot} ORDER BY ${key}`,
            );
            const { key: id, text } = rows[row % rows.length] ?? { key: 0, text: '' };
            const place = at % text.length;
            fc.pre(text[place] !== letter);
            const set = (value: string) =>
              database.query(`UPDATE ${table} SET ${column} = $1 WHERE ${key} = $2 AND ${foot}`, [value, id]);
            await set(text.slice(0, place) + letter + text.slice(place + 1));
            const said = await found();
            await set(text);
            expect(said).not.toEqual([]);
          },
        ),
        tries(75),
      );
    } finally {
      await database.end();
    }
    expect(await found()).toEqual([]);
  });

  it('says of a document once that it was withdrawn, although the service died just then, and verifies', async () => {
    const document = await answerOf(
      client.POST('/v1/guidelines/documents', {
        params: {},
        body: {
          mediaType: 'text/markdown',
          content: Buffer.from('# Fever on our ward\n\nRing the physician on call.').toString('base64'),
          licence: 'internal use',
          source: 'Ward 3',
          year: 2025,
          region: 'international',
        },
      }),
    );
    const of = { params: { path: { id: document.id } } };
    const struck = join(stack.dataDir, 'withdraw-struck');
    const point = 'guideline-retrieval:withdraw-document';
    await stack.restart('guideline-retrieval', { FAULT_POINT: point, FAULT_ONCE_FILE: struck });
    const died = stack.exited('guideline-retrieval').then(() => stack.restart('guideline-retrieval'));
    await client.DELETE('/v1/guidelines/documents/{id}', of);
    await died;
    expect((await client.DELETE('/v1/guidelines/documents/{id}', of)).response.status).toBe(204);
    const records = await logged(
      client,
      'that it was withdrawn',
      ({ kind, documentId }) => kind === 'document-withdrawn' && documentId === document.id,
    );
    expect(records).toHaveLength(1);
    const file = join(stack.dataDir, 'withdrawn.jsonl');
    const atServer = ['--server', stack.baseUrl, '--key-file', join(stack.dataDir, 'api-key')];
    await openrounds('log', 'export', '--output', file, ...atServer);
    expect(readFileSync(file, 'utf8')).toContain('document-withdrawn');
    expect((await openrounds('log', 'verify', file)).stdout).toMatch(/\nverified; /);
  });

  it('is co-signed by the witness that is configured, as it grows, and by nobody else', async () => {
    await completeRun();
    const { publicKey } = await answerOf(client.GET('/v1/log/checkpoint'));
    const apiKey = join(stack.dataDir, 'api-key');
    const witnessed = (folder: string) =>
      openrounds(
        ...['log', 'witness', stack.baseUrl, '--folder', folder],
        ...['--key', publicKey, '--key-file', apiKey],
      );
    expect((await witnessed(witnessFolder)).stdout).toMatch(/^signed: .*\(0 before\)/);
    const stranger = join(dirname(witnessFolder), 'stranger');
    await openrounds('log', 'make-witness', stranger, 'witness.example/w2');
    await expect(witnessed(stranger)).rejects.toMatchObject({ stderr: expect.stringMatching(/403/) });
    await completeRun();
    expect((await answerOf(client.GET('/v1/log/checkpoint'))).cosignatures).toEqual([]);
    const file = join(stack.dataDir, 'witnessed.jsonl');
    const server = ['--server', stack.baseUrl, '--key-file', apiKey];
    await openrounds('log', 'export', '--witnessed', '--output', file, ...server);
    const { stdout } = await openrounds('log', 'verify', file, '--key', publicKey, '--witness', witnessKey);
    expect(stdout).toMatch(/witnessed by witness.example\/w1 at .*\nverified; signed by the key given\n$/);
    expect((await witnessed(witnessFolder)).stdout).toMatch(/^signed: .*\([1-9]\d* before\)/);
  });

  it('proves that an entry is there and that the log only grew, by proofs and by tiles alike', async () => {
    const before = await answerOf(client.GET('/v1/log/checkpoint'));
    await completeRun();
    const { size, rootHash } = await answerOf(client.GET('/v1/log/checkpoint'));
    const head = { size, rootHash };

    const query = { index: size - 1 };
    const leaf = await answerOf(client.GET('/v1/log/proof/inclusion', { params: { query } }));
    expect(isIncluded(leaf, head, leaf.path)).toBe(true);
    const grown = { params: { query: { from: before.size } } };
    const { path } = await answerOf(client.GET('/v1/log/proof/consistency', grown));
    expect(isConsistent(before, head, path)).toBe(true);

    const tileOf = async (file: string) => {
      const headers = { authorization: `Bearer ${stack.apiKey}` };
      const answer = await fetch(`${stack.baseUrl}/v1/log/tiles/${file}`, { headers });
      return Buffer.from(await answer.arrayBuffer());
    };
    const leaves = await tileOf(`tile/0/000.p/${String(size)}`);
    const hashes = Array.from({ length: size }, (_, at) => leaves.toString('hex', at * 32, at * 32 + 32));
    expect(merkleTreeHash(hashes)).toBe(rootHash);
    expect(parseCheckpoint((await tileOf('checkpoint')).toString())).toMatchObject(head);
    const params = { query: { index: size } };
    expect((await client.GET('/v1/log/proof/inclusion', { params })).error?.errors?.[0]?.pointer).toBe(
      '/query/index',
    );
  });

  itInFull(
    'refuses to go on from a database that was put back, holds runs, and goes on when an operator says so',
    async () => {
      await completeRun();
      const copies = TABLES.map((table) => `CREATE TABLE backup.${table} AS TABLE explanation_log.${table};`);
      await asSuperuser(`CREATE SCHEMA backup; ${copies.join(' ')}`);
      await completeRun();
      const signed = await answerOf(client.GET('/v1/log/checkpoint'));
      const back = TABLES.map(
        (table) =>
          `DELETE FROM explanation_log.${table}; INSERT INTO explanation_log.${table} TABLE backup.${table};`,
      );
      await asSuperuser(`SET session_replication_role = replica; ${back.join(' ')}`);

      const held = await answerOf(client.POST('/v1/runs', { body: { case: CODED } }));
      const said = await eventually(
        'the service to name both heads',
        () =>
          /went back: it holds (\d+) entries, root ([0-9a-f]{64}), and the log had come to (\d+)/.exec(
            stack.logs('explanation-log'),
          ) ?? false,
      );
      expect(Number(said[3])).toBe(signed.size);
      const refused = await client.GET('/v1/log/checkpoint');
      expect(refused.response.status).toBe(503);
      expect(await statusOf(held.id)).toBe('running');

      const file = join(stack.dataDir, 'log-head');
      await openrounds('log', 'accept-head', file, said[1] ?? '', said[2] ?? '');
      await eventually('the run to be done', async () => (await statusOf(held.id)) === 'completed', 60_000);
      expect((await answerOf(client.GET('/v1/log/checkpoint'))).size).toBe(signed.size);
    },
  );

  eachInFull(['explanation-log:append', 'explanation-log:sign-head'])(
    'goes on by itself after a crash at %s',
    async (point) => {
      const struck = join(stack.dataDir, `${point.replace(':', '-')}-struck`);
      await stack.restart('explanation-log', { FAULT_POINT: point, FAULT_ONCE_FILE: struck });
      const died = stack.exited('explanation-log').then(() => stack.restart('explanation-log'));
      const run = completeRun();
      if (point.endsWith('sign-head')) {
        await run;
        await client.GET('/v1/log/checkpoint');
      }
      await Promise.all([died, run]);
      const { size } = await answerOf(client.GET('/v1/log/checkpoint'));
      await completeRun();
      expect((await answerOf(client.GET('/v1/log/checkpoint'))).size).toBe(size + 1);
    },
  );
});
