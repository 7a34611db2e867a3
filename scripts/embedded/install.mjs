import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../build/places.mjs';
import { textOf } from '../build/sources.mjs';
import { Failure } from './failure.mjs';

/**
 * Whether `node_modules` holds what the lock file says. npm records there what it installed; packages for other
 * platforms are left out.
 */
export function isInstalled(root = ROOT) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || there === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = there[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function packagesOf(file) {
  const text = textOf(file);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/**
 * Installs the packages where they are missing or not in step with the lock file, in sight of the person at the
 * terminal.
 *
 * @param {() => void} installing told when there is something to do
 * @throws {Failure} when npm fails
 */
export async function ensureInstalled(installing = () => undefined) {
  if (isInstalled()) return;
  installing();
  const code = await run(...npm('ci'));
  if (code !== 0) throw new Failure('The packages could not be installed: see the messages of npm above.');
}

/** Under `npm start` the very npm that runs us; else the one on the path. */
function npm(...args) {
  const self = process.env.npm_execpath;
  if (self?.endsWith('.js')) return [process.execPath, [self, ...args], {}];
  return ['npm', args, { shell: process.platform === 'win32' }];
}

function run(command, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', fail);
    child.once('exit', done);
  });
}
