#!/usr/bin/env node
/** The `openrounds` command from a clone: compiles what it needs (no console, no services), then hands over. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { COMMAND_LINE, compileCode, EVERYTHING } from './build/code.mjs';
import { buildKnowledge } from './build/knowledge.mjs';
import { BUNDLES, DIST, KNOWLEDGE, ROOT } from './build/places.mjs';

/** The exit code of something whose failures a person can mend. */
async function codeOf(work) {
  try {
    await work();
    return 0;
  } catch (error) {
    if (error.exitCode === undefined) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
}

/** npm changes into the repository; what was typed is meant from where it was. */
const here = process.env.INIT_CWD ?? process.cwd();

const ownFolder = join(ROOT, '.openrounds');
const hasDatabase = (dir) => existsSync(join(dir, 'cluster', 'PG_VERSION'));

const placesOf = ({ file, keys, data }) => ({
  file: resolve(here, file),
  keysFile: keys && resolve(here, keys),
  dataDir: data === undefined ? ownFolder : resolve(here, data),
});

const say = (line) => process.stdout.write(`${line}\n`);

await compileCode(COMMAND_LINE);
const { runCommandLine } = createRequire(import.meta.url)(
  join(DIST, 'services', 'cli', 'src', 'command-line.js'),
);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  knowledgeDir: KNOWLEDGE,
  bundleDir: BUNDLES,
  prepareBundle: buildKnowledge,
  rewrapSeals: async (dataDir) => {
    await compileCode(EVERYTHING);
    const { rewrapSeals } = await import('./embedded/rewrap.mjs');
    return rewrapSeals(dataDir);
  },
  startProduct: async () => {
    const { buildAll } = await import('./build.mjs');
    await buildAll();
    const { startOwnProduct } = await import('./embedded/own-product.mjs');
    return startOwnProduct();
  },
  backUp: (given) =>
    codeOf(async () => {
      const { backUp } = await import('./embedded/backup/back-up.mjs');
      await backUp(placesOf(given), say);
    }),
  restore: ({ replace, ...given }) =>
    codeOf(async () => {
      const { restore } = await import('./embedded/backup/restore.mjs');
      await restore({ ...placesOf(given), replace }, say);
    }),
  dataFolders: async (given) => {
    const dirs = given.map((dir) => resolve(here, dir));
    return [...new Set(hasDatabase(ownFolder) ? [ownFolder, ...dirs] : dirs)];
  },
  withDatabase: async (dataDir, use) => {
    const { withDatabaseOf } = await import('./embedded/backup/database.mjs');
    return withDatabaseOf(dataDir, use);
  },
  out: process.stdout,
  err: process.stderr,
});
