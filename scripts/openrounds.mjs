#!/usr/bin/env node
/** The `openrounds` command from a clone: compiles what it needs (no console, no services), then hands over. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { COMMAND_LINE, compileCode, EVERYTHING } from './build/code.mjs';
import { buildKnowledge } from './build/knowledge.mjs';
import { BUNDLES, DIST, KNOWLEDGE } from './build/places.mjs';

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
  out: process.stdout,
  err: process.stderr,
});
