import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrounds-launcher-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The launcher is ESM, which Jest's CommonJS cannot load: an expression over one of its modules, in a Node of its own. */
function evaluate<T>(module: string, expression: string, ...given: unknown[]): T {
  const script = `
    const module = await import(${JSON.stringify(join(__dirname, module))});
    const given = ${JSON.stringify(given)};
    const value = await (${expression})(module, ...given);
    process.stdout.write(JSON.stringify(value ?? null));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return JSON.parse(out) as T;
}

describe('nodeProblem', () => {
  const problems = evaluate<(string | null)[]>(
    'requirements.mjs',
    '(m, versions) => versions.map((version) => m.nodeProblem(version))',
    ['18.20.0', '20.18.9', '20.19.0', '20.20.2', '22.0.0', '24.1.0'],
  );
  it('names the version that is wanted to those below it only', () => {
    expect(problems.slice(0, 2)).toEqual([
      expect.stringContaining('20.19 or later'),
      expect.stringContaining('20.18.9'),
    ]);
    expect(problems.slice(2)).toEqual([null, null, null, null]);
  });
});

describe('isInstalled', () => {
  const lock = (packages: object): string => JSON.stringify({ packages: { '': {}, ...packages } });
  const installed = (wanted: object, there: object | undefined): boolean => {
    writeFileSync(join(folder, 'package-lock.json'), lock(wanted));
    if (there !== undefined) {
      mkdirSync(join(folder, 'node_modules'));
      writeFileSync(join(folder, 'node_modules', '.package-lock.json'), lock(there));
    }
    return evaluate('install.mjs', '(m, root) => m.isInstalled(root)', folder);
  };
  const one = { 'node_modules/a': { version: '1.0.0' } };
  const foreign = { 'node_modules/a-win32': { version: '1.0.0', optional: true } };

  it.each([
    ['nothing is there', one, undefined, false],
    ['all is there', one, one, true],
    ['a package is missing', one, {}, false],
    ['a package has another version', one, { 'node_modules/a': { version: '1.0.1' } }, false],
    ['only a package for another platform is missing', { ...one, ...foreign }, one, true],
  ])('when %s', (_what, wanted, there, expected) => {
    expect(installed(wanted, there)).toBe(expected);
  });
});

describe('CappedLog', () => {
  const log = (limit: number, lines: string): void => {
    evaluate(
      'capped-log.mjs',
      `async (m, file, limit, lines) => {
        const log = new m.CappedLog(file, limit);
        (await import('node:fs')).writeSync(log.fd, lines);
        log.trim();
        (await import('node:fs')).writeSync(log.fd, 'last\\n');
        log.close();
      }`,
      join(folder, 'x.log'),
      limit,
      lines,
    );
  };
  const content = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('sets aside what has grown too large; the writer goes on in the same file', () => {
    log(10, '123456789\nmore\n');
    expect(content('x.log')).toBe('last\n');
    expect(content('x.log.1')).toBe('123456789\nmore\n');
  });

  it('goes on where an earlier process left off', () => {
    writeFileSync(join(folder, 'x.log'), 'before\n');
    log(1000, 'now\n');
    expect(content('x.log')).toBe('before\nnow\nlast\n');
    expect(existsSync(join(folder, 'x.log.1'))).toBe(false);
  });
});

describe('ownerOf', () => {
  const stateWith = (owner: string | undefined): string => {
    if (owner !== undefined) writeFileSync(join(folder, 'owner.json'), owner);
    return evaluate<{ state: string }>('ownership.mjs', '(m, dir) => m.ownerOf(dir)', folder).state;
  };

  it.each([
    ['no claim', undefined, 'nobody'],
    ['a claim cut short by a crash', '{"pid":', 'nobody'],
    ['a claim of another process with a number used again', '{"pid":1,"startTime":"never"}', 'abandoned'],
    ['a claim of a process that is gone', '{"pid":4194303,"startTime":"5"}', 'abandoned'],
  ])('judges %s', (_what, owner, expected) => {
    expect(stateWith(owner)).toBe(expected);
  });

  it('sees who runs and who is about to stop', () => {
    const states = evaluate<string[]>(
      'ownership.mjs',
      `async (m, dir) => {
        const release = await m.claim(dir);
        const running = await m.ownerOf(dir);
        await m.announceStop(dir);
        const stopping = await m.ownerOf(dir);
        await release();
        return [running, stopping, await m.ownerOf(dir)].map(({ state }) => state);
      }`,
      folder,
    );
    expect(states).toEqual(['running', 'stopping', 'nobody']);
  });
});

describe('sampleCurl', () => {
  it('is one request that a shell understands, with the key read from its file', () => {
    const keyFile = join(folder, "o'brien api-key");
    const shown = evaluate<string>(
      'screen.mjs',
      '(m, apiKeyFile) => m.screen({ port: 3001, startCode: "X", folder: { dir: "/data", apiKeyFile }, seconds: 1, cwd: "/" })',
      keyFile,
    );
    const [sample = ''] = /^curl [\s\S]*?\}'$/m.exec(shown) ?? [];
    writeFileSync(keyFile, 'secret\n');
    const shell = `curl() { printf '%s\\n' "$@"; }\n${sample}`;
    const args = execFileSync('sh', ['-c', shell], { cwd: '/', encoding: 'utf8' }).split('\n');
    expect(args).toContain('http://127.0.0.1:3001/v1/runs');
    expect(args).toContain('Authorization: Bearer secret');
    const body = JSON.parse(args[args.indexOf('-d') + 1] ?? '') as { case: { narrative: string } };
    expect(shown).toContain('http://127.0.0.1:3001/#code=X');
    expect(body.case.narrative).toContain('pain on the right side of the chest');
  });
});
