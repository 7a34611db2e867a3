import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPhoneWeight } from './phone-weight.mjs';
import { DIST, ROOT } from './places.mjs';
import { digest, filesUnder, hashOf, textOf, writeWhole } from './sources.mjs';

const CONSOLE = join(ROOT, 'services', 'console');
/** What the console takes of the libraries at run time. */
const TAKEN = [
  join(ROOT, 'libs', 'contracts', 'src', 'events'),
  join(ROOT, 'libs', 'learning', 'src', 'answers'),
];
const STAMP = join(DIST, '.console');

/**
 * Bundles the console into `dist/console` unless it was made from the same sources and packages.
 *
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildConsole() {
  const lock = digest(readFileSync(join(ROOT, 'package-lock.json')));
  const hash = `${hashOf([CONSOLE, ...TAKEN].flatMap((dir) => filesUnder(dir, SOURCES)))} ${lock}`;
  if (textOf(STAMP) === hash && existsSync(join(DIST, 'console', 'index.html'))) return false;
  await vite('build', '--config', join(CONSOLE, 'vite.config.ts'), '--logLevel', 'warn');
  checkPhoneWeight(join(DIST, 'console'));
  writeWhole(STAMP, hash);
  return true;
}

/** A process of its own: who builds for a test must not get a console for development. */
async function vite(...args) {
  const program = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // Vite warns that its configuration is TypeScript with import statements in a package of CommonJS: it is meant so.
  const env = { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
  await promisify(execFile)(process.execPath, [program, ...args], { cwd: ROOT, env });
}

const SOURCES = /(?<!\.spec\.ts|\.test\.ts|\.test\.tsx|\.spec\.tsx)$/;
