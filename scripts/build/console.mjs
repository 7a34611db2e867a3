import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from './places.mjs';
import { digest, filesUnder, hashOf, textOf, writeWhole } from './sources.mjs';

const CONSOLE = join(ROOT, 'services', 'console');
const STAMP = join(DIST, '.console');

/**
 * Bundles the console into `dist/console` unless it was made from the same sources and packages.
 *
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildConsole() {
  const lock = digest(readFileSync(join(ROOT, 'package-lock.json')));
  const hash = `${hashOf(filesUnder(CONSOLE, SOURCES))} ${lock}`;
  if (textOf(STAMP) === hash && existsSync(join(DIST, 'console', 'index.html'))) return false;
  // Vite warns that its configuration is TypeScript with import statements in a package of CommonJS: it is meant so.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  const { build } = await import('vite');
  await build({ configFile: join(CONSOLE, 'vite.config.ts'), logLevel: 'warn' });
  writeWhole(STAMP, hash);
  return true;
}

const SOURCES = /(?<!\.spec\.ts|\.test\.ts|\.test\.tsx|\.spec\.tsx)$/;
