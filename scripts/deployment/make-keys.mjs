/**
 * Makes what is missing of an installation's keys in a folder (files 0600), one folder in it for each purpose:
 *
 *     node scripts/deployment/make-keys.mjs FOLDER
 *
 * Needs the build. Whoever loses the key-encryption key loses the narratives: docs/operations.md.
 */
import keyRing from '../../dist/libs/platform/src/keys/key-ring.js';
import makeKeys from '../../dist/libs/platform/src/keys/make-keys.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node scripts/deployment/make-keys.mjs FOLDER');
  process.exit(2);
}
makeKeys.ensureKeys(folder);
for (const [name, load] of Object.entries(keyRing)) if (name.startsWith('load')) load(folder);
console.log(`the keys in ${folder} are complete`);
