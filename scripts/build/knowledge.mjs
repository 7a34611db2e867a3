import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BUNDLES, DIST, KNOWLEDGE, ROOT } from './places.mjs';
import { filesUnder, hashOf, textOf, writeWhole } from './sources.mjs';

const STAMP = join(BUNDLES, '.built');

/**
 * Builds the knowledge bundle unless the active one was made from the same files by the same code; the libraries
 * must be compiled. A version that someone activated stays active until the sources change.
 *
 * @returns {Promise<boolean>} whether anything was built
 * @throws {Error} naming the first problems when what is written cannot become a bundle
 */
export async function buildKnowledge() {
  const hash = hashOf([
    ...filesUnder(KNOWLEDGE, /\.(ya?ml|tsv)$/),
    ...filesUnder(join(ROOT, 'libs', 'knowledge', 'src'), /(?<!\.spec)\.ts$/),
    // By its claim checker statements are held against passages.
    ...filesUnder(join(ROOT, 'libs', 'guidelines', 'src'), /(?<!\.spec)\.ts$/),
    // By its rankings cases are easy or hard.
    ...filesUnder(join(ROOT, 'libs', 'ddx-engine', 'src'), /(?<!\.spec)\.ts$/),
  ]);
  if (textOf(STAMP) === hash && existsSync(join(BUNDLES, 'current'))) return false;
  const library = createRequire(import.meta.url)(join(DIST, 'libs', 'knowledge', 'src', 'authoring.js'));
  try {
    library.buildKnowledge(KNOWLEDGE, BUNDLES);
  } catch (error) {
    throw error instanceof library.BuildError ? explained(error) : error;
  }
  writeWhole(STAMP, hash);
  return true;
}

const PROBLEMS_SHOWN = 10;

/** A `BuildError` in the words of its first problems, without a stack to read through. */
export function explained({ message, problems }) {
  const lines = problems
    .slice(0, PROBLEMS_SHOWN)
    .map((each) => `  ${each.file}:${each.line}: ${each.message}`);
  return new Error([message, ...lines].join('\n'));
}
