import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrounds-backups-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/**
 * The scripts are ESM, which Jest's CommonJS cannot load: statements over them, in a Node of its own.
 *
 * @param before - for the shell that it is started by
 */
function evaluate<T>(statements: string, given: object = {}, before = ''): T {
  const modules = ['backup-file', 'keys', 'new-file', 'places', 'restore', 'tar', '../ownership'];
  const imports = modules.map(
    (name) => `...(await import(${JSON.stringify(join(__dirname, `${name}.mjs`))}))`,
  );
  const script = `
    import { Readable } from 'node:stream';
    const m = { ${imports.join(', ')} };
    const { folder, ...given } = ${JSON.stringify({ folder, ...given })};
    /** What a call said when it failed. */
    const failure = (call) => call().then(() => null, ({ message, exitCode }) => ({ message, exitCode }));
    const value = await (async () => { ${statements} })();
    process.stdout.write(JSON.stringify(value ?? null));`;
  const shell = `${before} exec "$0" --input-type=module -e "$1"`;
  return JSON.parse(execFileSync('sh', ['-c', shell, process.execPath, script], { encoding: 'utf8' })) as T;
}

interface Failed {
  readonly message: string;
  readonly exitCode: number;
}

const ABOUT = {
  made: '2026-11-23T07:40:00.000Z',
  product: '0.1.0',
  postgres: '18',
  log: { size: 3 },
  keys: {},
};
const WRITE = `
  const archive = Buffer.concat([
    m.header({ name: 'PG_VERSION', size: 3, time: 0 }), Buffer.from('18\\n'), m.padding(3), m.END,
  ]);
  await m.writeBackup(folder + '/' + given.name, Readable.from([archive.subarray(0, 700), archive.subarray(700)]), given.about);`;

describe('a backup file', () => {
  let whole: Buffer;
  beforeAll(() => {
    evaluate(WRITE, { name: 'whole', about: ABOUT });
    whole = readFileSync(join(folder, 'whole'));
  });

  it('is an archive that other tools read, for its owner alone', () => {
    expect(statSync(join(folder, 'whole')).mode & 0o777).toBe(0o600);
    const listed = execFileSync('tar', ['tf', join(folder, 'whole')], { encoding: 'utf8' });
    expect(listed).toBe('database.tar.gz\nmanifest.json\n');
  });

  it('gives back what was put in, with its manifest', () => {
    const [manifest, entries] = evaluate<[object, string[]]>(`
      const manifest = await m.readManifest(folder + '/whole');
      await m.verifyBackup(folder + '/whole', manifest);
      const entries = [];
      await m.unpackBackup(folder + '/whole', manifest, async (archive) => {
        for await (const { name, content } of m.entriesOf(archive))
          for await (const piece of content) entries.push(name + ': ' + piece);
      });
      return [manifest, entries];`);
    expect(manifest).toMatchObject({ format: 'openrounds-backup/1', ...ABOUT });
    expect(entries).toEqual(['PG_VERSION: 18\n']);
  });

  it('is refused when a byte was changed or it is cut short, and named', () => {
    const strike = (at: number): Buffer => {
      const struck = Buffer.from(whole);
      struck[at] = (struck[at] ?? 0) ^ 1;
      return struck;
    };
    const inManifest = whole.indexOf('"size": 3') + 8;
    const damaged = [
      strike(0),
      strike(600),
      strike(inManifest),
      whole.subarray(0, inManifest),
      whole.subarray(0, 520),
      Buffer.alloc(0),
    ];
    damaged.forEach((bytes, index) => {
      writeFileSync(join(folder, `damaged-${String(index)}`), bytes);
    });
    const failed = evaluate<Failed[]>(
      `return Promise.all(given.names.map((name) => failure(async () => {
        const path = folder + '/' + name;
        await m.verifyBackup(path, await m.readManifest(path));
      })));`,
      { names: damaged.map((_, index) => `damaged-${String(index)}`) },
    );
    failed.forEach((one, index) => {
      expect(one.message).toMatch(new RegExp(`damaged-${String(index)} is .*damaged`));
      expect(one.exitCode).toBe(1);
    });
  });

  it('leaves nothing when it cannot be written, and takes away what a killed writer left', () => {
    writeFileSync(join(folder, 'broken.unfinished-999999999'), 'half');
    const failed = evaluate<Failed>(`
      const breaking = Readable.from((async function* () { yield Buffer.alloc(10); throw new Error('the server went away'); })());
      return failure(() => m.writeBackup(folder + '/broken', breaking, { made: '2026-11-23' }));`);
    expect(failed.message).toBe('the server went away');
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([]);
  });

  it('is not there, and the file is named, when the disk takes no more', () => {
    const failed = evaluate<Failed>(
      `const { randomBytes } = await import('node:crypto');
      const archive = Readable.from([randomBytes(100_000)]);
      return failure(() => m.writeBackup(folder + '/too-large', archive, { made: '2026-11-23' }));`,
      {},
      'ulimit -f 8;',
    );
    expect(failed.message).toMatch(/too-large cannot be written: EFBIG/);
    expect(readdirSync(folder).filter((name) => name.startsWith('too-large'))).toEqual([]);
  });

  it('is no file that is there already', () => {
    const failed = evaluate<Failed[]>(
      `return Promise.all(['/whole', '/nowhere/new'].map((name) => failure(() => m.requireNewFile(folder + name))));`,
    );
    expect(failed).toEqual([
      { message: expect.stringContaining('exists already'), exitCode: 2 },
      { message: expect.stringContaining('There is no folder'), exitCode: 2 },
    ]);
  });
});

describe('the keys of a backup', () => {
  const index = (...ids: string[]): string =>
    JSON.stringify({ current: ids[0], all: Object.fromEntries(ids.map((id) => [id, `${id}.key`])) });
  const KEYS = {
    'api-key': 'ork_1\n',
    'keys/sealing/keys.json': index('kek-1'),
    'keys/sealing/kek-1.key': 'AA',
  };

  it('travel in a file that is checked, and come back as they were', () => {
    const back = evaluate<[Record<string, string>, Failed]>(
      `const path = folder + '/keys';
      await m.writeKeysFile(path, given.keys, '2026-11-23');
      await m.placeKeys(folder + '/placed', await m.readKeysFile(path));
      const { readFile, writeFile } = await import('node:fs/promises');
      await writeFile(path + '-struck', (await readFile(path, 'utf8')).replace('ork_1', 'ork_2'));
      const dir = folder + '/placed';
      return [
        await m.keysIn({ dir, keysDir: dir + '/keys', apiKeyFile: dir + '/api-key' }),
        await failure(() => m.readKeysFile(path + '-struck')),
      ];`,
      { keys: KEYS },
    );
    expect(back[0]).toEqual(KEYS);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'placed/keys/sealing/kek-1.key')).mode & 0o777).toBe(0o600);
    expect(back[1].message).toMatch(/keys-struck holds no keys, or is damaged: its checksum/);
  });

  it('are missed by what cannot be opened without them', () => {
    const wanted = { sealing: ['kek-1', 'kek-2'], log: ['log-1'] };
    const [missing, foreign, own] = evaluate<[string[], boolean, boolean]>(
      `return [m.missingKeys(given.wanted, given.keys), m.areForeign({ sealing: ['kek-9'] }, given.keys),
        m.areForeign(given.wanted, given.keys)];`,
      { wanted, keys: KEYS },
    );
    expect(missing).toEqual([
      expect.stringMatching(/^kek-2 \(sealing\): narratives.* cannot be opened$/),
      expect.stringMatching(/^log-1 \(log\): the log signs with a new key/),
    ]);
    expect([foreign, own]).toEqual([true, false]);
  });
});

describe('restore', () => {
  /** What was said of a backup that was written for it, and of a folder, made ready by statements. */
  const restoring = (name: string, dataDir: string, about: object = {}, ready = ''): Failed =>
    evaluate<Failed>(
      `${WRITE} ${ready}
      const files = { file: folder + '/' + given.name, dataDir: given.dataDir };
      return failure(() => m.restore({ ...files, replace: false }, () => undefined));`,
      { name, dataDir, about: { ...ABOUT, ...about } },
    );

  it.each([
    ['a later form of the product', { product: '0.10.0' }, /is of OpenRounds 0\.10\.0; 0\.1\.0 is here/],
    ['another Postgres', { postgres: '17' }, /is of Postgres 17; Postgres 18 is here/],
  ])('refuses a backup of %s', (what, about, message) => {
    const failed = restoring(what, join(folder, 'new'), about);
    expect(failed.message).toMatch(message);
    expect(failed.exitCode).toBe(2);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  it('refuses a folder with data, and leaves one alone that is none of ours', () => {
    for (const [name, entry, message] of [
      ['ours', 'keys', 'put these aside by --replace'],
      ['theirs', 'letters', 'no data folder of OpenRounds'],
    ] as const) {
      mkdirSync(join(folder, name, entry), { recursive: true });
      const failed = restoring(`into-${name}`, join(folder, name));
      expect(failed).toEqual({ message: expect.stringContaining(message), exitCode: 2 });
      expect(readdirSync(join(folder, name))).toEqual([entry]);
    }
  });

  it('refuses a folder that somebody uses', () => {
    const dataDir = join(folder, 'used');
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    const failed = restoring('into-used', dataDir, {}, 'await m.claim(given.dataDir);');
    expect(failed.message).toContain(`already running with the data in ${dataDir}`);
  });

  it('leaves nothing of a backup whose database cannot be opened', () => {
    const dataDir = join(folder, 'unopened');
    const failed = restoring('no-database', dataDir);
    expect(failed.message).toMatch(/cannot be opened/);
    expect(existsSync(dataDir) || existsSync(`${dataDir}.restoring`)).toBe(false);
  });

  it('is gone on with when it was cut short before the new folder had its name', () => {
    const dataDir = join(folder, 'half');
    const { sha256 } = evaluate<{ sha256: string }>(
      `${WRITE} return m.readManifest(folder + '/half.backup');`,
      { name: 'half.backup', about: { ...ABOUT, made: '2026-11-24T07:40:00.000Z' } },
    );
    mkdirSync(`${dataDir}.restoring`);
    const restored = { ...ABOUT, sha256, head: ABOUT.log, newest: ABOUT.log, missing: [], knowledge: [] };
    writeFileSync(`${dataDir}.restoring/restored.json`, JSON.stringify(restored));
    const [refused, other, said] = evaluate<[Failed, Failed, string[]]>(
      `const said = [];
      const restoring = (name) => m.restore({ file: folder + '/' + name, dataDir: given.dataDir }, (line) => said.push(line));
      return [await failure(() => m.refuseHalfRestored(given.dataDir)), await failure(() => restoring('whole')),
        (await restoring('half.backup'), said)];`,
      { dataDir },
    );
    expect(refused.message).toContain('cut short at its last step');
    expect(other.message).toContain('give that one again first');
    expect(said[0]).toContain(`${dataDir} holds the database of the backup`);
    expect(readdirSync(dataDir)).toEqual(['restored.json']);
  });
});
