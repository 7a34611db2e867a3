import { join } from 'node:path';
import { runCommandLine } from './command-line';

/** The command in an installation that brings its knowledge bundles: nothing is built, folders are found from here. */
void runCommandLine(process.argv.slice(2), {
  knowledgeDir: 'knowledge',
  bundleDir: join('knowledge', 'dist'),
  prepareBundle: () => Promise.resolve(),
  out: process.stdout,
  err: process.stderr,
}).then((code) => {
  process.exitCode = code;
});
