/**
 * Makes the keys of an installation in a folder (files 0600), unless they stand there already:
 *
 *     node scripts/deployment/make-keys.mjs FOLDER
 *
 * Needs the build. Whoever loses the key-encryption key loses the narratives: docs/operations.md.
 */
import keyRing from '../../dist/libs/platform/src/sealing/key-ring.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node scripts/deployment/make-keys.mjs FOLDER');
  process.exit(2);
}
keyRing.ensureKeys(folder);
keyRing.loadKeyRing(folder);
console.log(`the keys in ${folder} are complete`);
