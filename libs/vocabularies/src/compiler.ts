import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';

/** Written by scripts/build/code.mjs beside what it compiles: a hash of the sources that a vocabulary comes from. */
const SOURCES = join(__dirname, '..', 'compiler.sha256');

/**
 * What made a compiled vocabulary: our code, and what of this machine shows in its bytes (which characters are letters,
 * and the order of bytes). What another made is not opened. Undefined where nothing tells, as when tests run from
 * TypeScript: nothing is stored then, nor opened.
 */
export function vocabularyCompiler(): string | undefined {
  const sources = readIfThere(SOURCES);
  if (sources === undefined) return undefined;
  const surroundings = `${String(process.versions.unicode)} ${endianness()}`;
  return createHash('sha256').update(sources).update(surroundings).digest('hex');
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
