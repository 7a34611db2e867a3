import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { itInFull } from '@openrounds/testing';

const FIXTURE = join(__dirname, '../fixtures/postgres-launcher.mjs');

interface Launched {
  process: ChildProcess;
  url: string;
  gateway: string;
}

jest.setTimeout(60_000); // for a machine that is busy with other tests

describe('embedded Postgres', () => {
  let dataDir: string;
  const launched: ChildProcess[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'openrounds-launcher-test-'));
  });

  afterEach(async () => {
    for (const child of launched.splice(0)) await stop(child);
    await rm(dataDir, { recursive: true, force: true });
  });

  function spawnLauncher(path = process.env['PATH']): ChildProcess {
    const child = spawn(process.execPath, [FIXTURE, dataDir], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, PATH: path },
    });
    launched.push(child);
    return child;
  }

  async function launch(path?: string): Promise<Launched> {
    const child = spawnLauncher(path);
    if (!child.stdout || !child.stderr) throw new Error('no pipes');
    const errors: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    const [line] = await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'exit').then(() => Promise.reject(new Error(errors.join('')))),
    ]);
    return { process: child, ...(JSON.parse(line as string) as { url: string; gateway: string }) };
  }

  it('keeps what was stored over a restart, on another port with the same passwords and settings', async () => {
    const first = await launch();
    await query(first.gateway, 'CREATE TABLE kept (value int); INSERT INTO kept VALUES (42)');
    await stop(first.process);

    const second = await launch();
    expect(await query(second.gateway, 'SELECT value FROM kept')).toEqual([{ value: 42 }]);
    expect(new URL(second.gateway).password).toBe(new URL(first.gateway).password);
    const waitForNoDisk = `SELECT rolname FROM pg_roles WHERE 'synchronous_commit=off' = ANY (rolconfig)`;
    expect(await query(second.url, waitForNoDisk)).toEqual([{ rolname: 'queue' }]);
  });

  it('starts again after kill -9 of its launcher, with everything that was committed', async () => {
    const first = await launch();
    await query(first.gateway, 'CREATE TABLE kept (value int); INSERT INTO kept VALUES (7)');
    await kill(first.process);

    const second = await launch();
    expect(await query(second.gateway, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
  });

  itInFull('stops a server that outlived its launcher, where nothing took it along', async () => {
    const first = await launch(await pathWithoutSetpriv(dataDir));
    const [orphan] = await query(first.url, 'SELECT pg_postmaster_start_time()::text AS started');
    await kill(first.process);

    const second = await launch();
    const [fresh] = await query(second.url, 'SELECT pg_postmaster_start_time()::text AS started');
    expect(fresh).not.toEqual(orphan);
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  itInFull('clears a postmaster.pid whose process id belongs to another program by now', async () => {
    await stop((await launch()).process);
    const stale = [process.pid, join(dataDir, 'cluster'), 1, 5432, '', '127.0.0.1', '', 'ready'].join('\n');
    await writeFile(join(dataDir, 'cluster/postmaster.pid'), stale);

    const second = await launch();
    expect(await query(second.gateway, 'SELECT current_user')).toEqual([{ current_user: 'gateway' }]);
  });

  itInFull('refuses a folder that a live launcher uses, and says which process it is', async () => {
    const first = await launch();
    await expect(launch()).rejects.toThrow(
      `already running with the data in ${dataDir} (process ${first.process.pid})`,
    );
    expect(await query(first.gateway, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  itInFull('starts over when the very first start was cut off', async () => {
    await stop((await launch()).process);
    await rm(join(dataDir, 'cluster/PG_VERSION'));
    const again = await launch();
    expect(await query(again.gateway, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('listens on loopback only and keeps its passwords from others', async () => {
    const { url } = await launch();
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(url, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    expect((await stat(join(dataDir, 'credentials.json'))).mode & 0o777).toBe(0o600);

    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('keeps statements and values out of its log', async () => {
    const { gateway } = await launch();
    await expect(query(gateway, `SELECT 'chest pain since Tuesday'::int`)).rejects.toThrow();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/chest pain|SELECT/);
  });
});

/** A search path on which root still finds the way to a user namespace, but nothing ties the server to its parent. */
async function pathWithoutSetpriv(folder: string): Promise<string> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  for (const program of ['unshare', 'true']) await symlink(join('/usr/bin', program), join(bin, program));
  return bin;
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const result = await client.query(sql);
    return result.rows as unknown[];
  } finally {
    await client.end();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.stdin?.end();
  await exit;
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
