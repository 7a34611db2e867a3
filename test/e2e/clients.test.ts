import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describeInFull } from '@openrounds/testing';
import { borrowStack } from '../support/borrowed-stack';
import { CLIENTS, documented, EXAMPLES, isThere, run } from '../support/clients';
import { newerServer } from '../support/newer-server';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack, type Stack } from '../support/stack';

jest.setTimeout(600_000);

/** Packed and installed, in all three languages, and checked as strictly as they can be; else Python as it lies here. */
const STEPS = [
  ...['key', 'wait', 'added member', 'events', 'what-if', 'pages', 'same key twice', '409', '404', '422'],
  'texts and nothing',
];
const LEADER = /Pulmonary embolism/;
const JACKSON_FILES = ['databind', 'core', 'annotations'].map(
  (part) => `/usr/share/java/jackson-${part}.jar`,
);
const JACKSON = JACKSON_FILES.join(':');

/** What is not on every machine; who skips for want of it says so. */
const NEEDED = {
  python3: () => isThere('python3'),
  java: () => isThere('javac') && JACKSON_FILES.every((file) => existsSync(file)),
  mypy: () => isThere('mypy'),
} as const;
type Needed = keyof typeof NEEDED;
const MISSING = Object.entries(NEEDED).flatMap(([name, isHere]) => (isHere() ? [] : [name]));
const WITHOUT = MISSING.length === 0 ? '' : ` (missing here: ${MISSING.join(', ')})`;

const itWith = (needed: Needed): jest.It => (MISSING.includes(needed) ? it.skip : it);

const stepsOf = (printed: string): string[] => printed.trim().split('\n');

const accessTo = ({ baseUrl, apiKey }: Pick<RunningStack, 'baseUrl' | 'apiKey'>): Record<string, string> => ({
  OPENROUNDS_URL: baseUrl,
  OPENROUNDS_KEY: apiKey,
});

describe(`the client for Python${WITHOUT}`, () => {
  const PYTHON = { PYTHONPATH: join(CLIENTS, 'python'), PYTHONDONTWRITEBYTECODE: '1' };

  itWith('python3')('knows every example as what its operation answers', async () => {
    const said = await run('python3', [join(CLIENTS, 'python/test/examples.py'), EXAMPLES], { env: PYTHON });
    expect(said).toMatch(/^\d\d+ examples, 0 faults\n$/);
  });

  itWith('python3')('goes its way through a product that is newer', async () => {
    const stack = await sharedStack();
    const newer = await newerServer(stack.baseUrl);
    const env = { ...PYTHON, ...accessTo({ ...stack, baseUrl: newer.baseUrl }) };
    try {
      expect(stepsOf(await run('python3', [join(CLIENTS, 'python/test/journey.py')], { env }))).toEqual(
        STEPS,
      );
      expect(await run('python3', ['-c', documented('python')], { env })).toMatch(LEADER);
    } finally {
      await newer.close();
    }
  });
});

describeInFull(`each client, packed and installed into an empty folder${WITHOUT}`, () => {
  let folder: string;
  let stack: Stack;
  let newer: Awaited<ReturnType<typeof newerServer>>;
  let env: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'openrounds-clients-'));
    stack = await borrowStack();
    await stack.restart('gateway', { RATE_LIMIT_PER_MINUTE: '120' });
    newer = await newerServer(stack.baseUrl);
    env = { ...accessTo({ ...stack, baseUrl: newer.baseUrl }), OPENROUNDS_ASKED_TOO_OFTEN: '1' };
  });
  afterAll(async () => {
    await newer.close();
    await stack.stop();
    rmSync(folder, { recursive: true });
  });

  const emptyFolder = (name: string): string => {
    const made = join(folder, name);
    mkdirSync(made);
    return made;
  };
  const packed = async (language: string): Promise<string> => {
    const said = await run(process.execPath, ['scripts/clients/pack.mjs', folder, language]);
    return said.trim().replace('packed: ', '');
  };

  it('TypeScript', async () => {
    const home = emptyFolder('typescript');
    const client = await packed('typescript');
    writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', client], { cwd: home });
    const journey = ts.sys.readFile(join(CLIENTS, 'typescript/test/journey.ts')) ?? '';
    const programs = { journey, documented: documented('ts') };
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(home, `${name}.ts`), text);
      const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
      writeFileSync(
        join(home, `${name}.js`),
        ts.transpileModule(text, { compilerOptions: options }).outputText,
      );
    }
    const types = join(CLIENTS, '../../node_modules/@types');
    const strict = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--typeRoots',
      types,
    ];
    const tsc = join(CLIENTS, '../../node_modules/typescript/bin/tsc');
    await run(process.execPath, [tsc, ...strict, '--types', 'node', 'journey.ts', 'documented.ts'], {
      cwd: home,
    });
    expect(await run(process.execPath, ['documented.js'], { cwd: home, env })).toMatch(LEADER);
    const said = await run(process.execPath, ['journey.js'], { cwd: home, env });
    expect(stepsOf(said)).toEqual([...STEPS, '429']);
  });

  itWith('python3')('Python', async () => {
    const home = emptyFolder('python');
    const wheel = await packed('python');
    await run('python3', ['-m', 'venv', join(home, 'venv')]);
    const python = join(home, 'venv/bin/python');
    await run(python, ['-m', 'pip', 'install', '--no-index', '--quiet', wheel], { cwd: home });
    expect(await run(python, ['-c', documented('python')], { cwd: home, env })).toMatch(LEADER);
    const said = await run(python, [join(CLIENTS, 'python/test/journey.py')], { cwd: home, env });
    expect(stepsOf(said)).toEqual([...STEPS, '429']);
  });

  itWith('java')('Java', async () => {
    const home = emptyFolder('java');
    const jar = await packed('java');
    const path = [jar, JACKSON, home].join(':');
    const sources = ['Examples', 'Journey'].map((name) =>
      join(CLIENTS, `java/src/test/java/openrounds/client/${name}.java`),
    );
    const program = join(home, 'Ask.java');
    writeFileSync(program, documented('java'));
    const strict = ['--release', '17', '-Xlint:all', '-Werror', '-cp', path, '-d', home];
    await run('javac', [...strict, ...sources, program]);
    expect(await run('java', ['-cp', path, 'openrounds.client.Examples', EXAMPLES])).toMatch(/ 0 faults/);
    expect(await run('java', ['-cp', path, 'Ask'], { env })).toMatch(LEADER);
    const said = await run('java', ['-Dstdout.encoding=UTF-8', '-cp', path, 'openrounds.client.Journey'], {
      env,
    });
    expect(stepsOf(said)).toEqual([...STEPS, '429']);
  });

  itWith('mypy')('Python, as strictly as mypy can', async () => {
    const files = ['openrounds_client', 'test/journey.py', 'test/examples.py'];
    const cache = join(folder, 'mypy');
    const strict = ['--strict', '--python-version', '3.9', '--cache-dir', cache];
    const said = await run('mypy', [...strict, ...files], {
      cwd: join(CLIENTS, 'python'),
      env: { MYPYPATH: '.' },
    });
    expect(said).toMatch(/^Success/);
  });
});
