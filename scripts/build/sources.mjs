import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './places.mjs';

const BESIDE_THE_SOURCES = new Set(['node_modules', 'dist', 'test']);

/**
 * The files below a folder, sorted, without tests, installed packages and build results.
 *
 * @param {string} dir absolute
 * @param {RegExp} wanted tried on the file's name
 * @returns {string[]} absolute paths
 */
export function filesUnder(dir, wanted) {
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) return BESIDE_THE_SOURCES.has(entry.name) ? [] : filesUnder(path, wanted);
      return wanted.test(entry.name) ? [path] : [];
    })
    .sort();
}

export const digest = (content) => createHash('sha256').update(content).digest('hex');

/** One hash over the names and contents of files. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(inRepository(file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** A path as it is the same on every machine. */
export const inRepository = (file) => relative(ROOT, file).split(sep).join('/');

/** Two builds at a time must not show anyone half a file. */
export function writeWhole(file, content) {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** The text of a file, or undefined where there is none. */
export function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
