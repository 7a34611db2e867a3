import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, itInFull } from '@openrounds/testing';
import { freePort } from '../../scripts/embedded/free-port.cjs';

const ROOT = join(__dirname, '..', '..');
const START = join(ROOT, 'scripts', 'start.mjs');
const READY = /OpenRounds is ready/;

jest.setTimeout(120_000);

/** A launcher as a person would run it in a terminal. */
class Launcher {
  private readonly process: ChildProcess;
  private readonly ended: Promise<number | null>;
  output = '';

  constructor(port: number, dataDir: string) {
    this.process = spawn(process.execPath, [START, '--data', dataDir], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port), INIT_CWD: ROOT, npm_lifecycle_event: undefined },
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = once(this.process, 'close').then(([code]) => code as number | null);
  }

  /** Resolves when the screen is there; rejects with what was said where the launcher ends before. */
  async ready(): Promise<void> {
    const shown = new Promise<void>((resolve) => {
      this.process.stdout?.on('data', () => {
        if (READY.test(this.output)) resolve();
      });
    });
    const failed = this.ended.then((code) => {
      throw new Error(`ended with ${String(code)}:\n${this.output}`);
    });
    await Promise.race([shown, failed]);
  }

  /** The exit code, null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }

  get exit(): Promise<number | null> {
    return this.ended;
  }

  /** Ids of the processes that it started; only Linux tells. */
  async children(): Promise<number[]> {
    const pid = String(this.process.pid);
    const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    return list.split(' ').filter(Boolean).map(Number);
  }
}

/** A process that ended may wait for its parent to ask for it: that is gone too. */
async function isGone(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => 'Z');
  return stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .startsWith('Z');
}

interface SampleRun {
  readonly id: string;
  readonly status: string;
  readonly differential: { readonly diseaseId: string; readonly probability: number }[];
  readonly remainder: { readonly probability: number };
  readonly other: { readonly probability: number };
}

describe('npm start', () => {
  let dataDir: string;
  let port: number;
  let launcher: Launcher;
  let firstRun: SampleRun;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'openrounds-start-'));
    port = await freePort();
  });
  afterAll(async () => {
    await launcher.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  const stored = (run: SampleRun, key: string) =>
    fetch(`http://127.0.0.1:${String(port)}/v1/runs/${run.id}`, {
      headers: { authorization: `Bearer ${key}` },
    });
  const apiKey = async () => (await readFile(join(dataDir, 'api-key'), 'utf8')).trim();

  it('shows a sample request that answers when it is pasted', async () => {
    launcher = new Launcher(port, dataDir);
    await launcher.ready();
    const [sample] = /^curl [\s\S]*?\}'$/m.exec(launcher.output) ?? [];
    if (sample === undefined) throw new Error(`no sample in:\n${launcher.output}`);
    const { stdout } = await promisify(execFile)('sh', ['-c', sample], { cwd: ROOT });
    firstRun = JSON.parse(stdout) as SampleRun;
    expect(firstRun.status).toBe('completed');
    expect(firstRun.differential[0]?.diseaseId).toBe('pulmonary-embolism');
    const listed = firstRun.differential.reduce((sum, { probability }) => sum + probability, 0);
    expect(listed + firstRun.remainder.probability + firstRun.other.probability).toBeCloseTo(1, 9);
  });

  it('keeps secrets from other accounts', async () => {
    const keys = ['sealing', 'log', 'queue', 'room'].map((purpose) => `keys/${purpose}/keys.json`);
    for (const secret of ['api-key', 'credentials.json', ...keys]) {
      expect((await stat(join(dataDir, secret))).mode & 0o077).toBe(0);
    }
  });

  it('refuses a second start on the same data and says what to do', async () => {
    const second = new Launcher(await freePort(), dataDir);
    expect(await second.exit).toBe(1);
    expect(second.output).toMatch(/already running[\s\S]*--data DIR/);
  });

  it('refuses a port that is taken and says what to do', async () => {
    const otherData = join(dataDir, 'other');
    const second = new Launcher(port, otherData);
    expect(await second.exit).toBe(1);
    expect(second.output).toMatch(
      new RegExp(`Port ${String(port)} is taken[\\s\\S]*PORT=${String(port + 1)}`),
    );
    expect(existsSync(otherData)).toBe(false);
  });

  itInFull('starts again right after the launcher was killed, with its data', async () => {
    const key = await apiKey();
    const started = await launcher.children();
    expect(await launcher.end('SIGKILL')).toBeNull();
    launcher = new Launcher(port, dataDir);
    await launcher.ready();
    const allGone = async () => (await Promise.all(started.map(isGone))).every(Boolean);
    await eventually('database and services of the killed launcher end by themselves', allGone, 20_000);
    expect(await apiKey()).toBe(key);
    const found = await stored(firstRun, key);
    expect(found.status).toBe(200);
    expect(await found.json()).toMatchObject({ id: firstRun.id, status: 'completed' });
  });

  it('stops everything on Ctrl-C and leaves nothing behind', async () => {
    expect(await launcher.end('SIGINT')).toBe(0);
    expect(launcher.output).toMatch(/Stopped\.\n$/);
    await expect(fetch(`http://127.0.0.1:${String(port)}/health/live`)).rejects.toThrow('fetch failed');
    for (const left of ['owner.json', 'cluster/postmaster.pid'])
      expect(existsSync(join(dataDir, left))).toBe(false);
  });

  it.each([
    ['an unknown option', ['--bogus'], '3000', /bogus/],
    ['a port that is none', [], 'http', /PORT is "http"/],
  ])('exits with 2 for %s', async (_what, args, given, message) => {
    const ran = promisify(execFile)(process.execPath, [START, ...args], {
      env: { ...process.env, PORT: given },
    });
    await expect(ran).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
  });
});
