/**
 * What the vocabulary takes to be opened, and holds when texts of both languages have been read: the vocabulary itself, the words
 * that steer reading, and what both keep of what was looked up. In a process of its own: in one that measured other
 * things before, these let go of more than the vocabulary takes.
 */
import { BUNDLES } from '../build/places.mjs';
import { fromBuild, LANGUAGES, vignettesOf } from './vignettes.mjs';

/** The heap and the bytes beside it. */
function heldMb() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

const { BundleStore } = fromBuild('knowledge');
const { VocabularyStore } = fromBuild('vocabularies');
const { deidentify, understandText } = fromBuild('clinical-language');
const bundles = new BundleStore(BUNDLES);
const bundle = bundles.current();
const before = heldMb();
const start = performance.now();
const vocabulary = new VocabularyStore(bundles).vocabulary(bundle.hashes.knowledge);
const ms = performance.now() - start;
for (const text of LANGUAGES.flatMap((language) => vignettesOf(bundle, language)))
  understandText(deidentify(text).text, undefined, vocabulary);
console.log(JSON.stringify({ ms, memoryMb: heldMb() - before }));
