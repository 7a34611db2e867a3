import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BUNDLES, DIST } from './places.mjs';

/**
 * Compiles the vocabulary of the active bundle, unless this code has done it before; the libraries must be compiled and
 * a bundle built.
 *
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildVocabulary() {
  const library = (name) => createRequire(import.meta.url)(join(DIST, 'libs', name, 'src', 'index.js'));
  const hash = library('knowledge').currentHash(BUNDLES);
  const { isVocabularyStored, storeVocabulary } = library('vocabularies');
  if (isVocabularyStored(BUNDLES, hash)) return false;
  storeVocabulary(BUNDLES, hash);
  return true;
}
