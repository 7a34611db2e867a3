/**
 * Builds services, libraries, the console, the knowledge bundle and its vocabulary. Each part is cached by a hash of its sources, so
 * that a second start builds nothing.
 */
import { fileURLToPath } from 'node:url';
import { buildBundles } from './build/bundles.mjs';
import { compileCode, EVERYTHING } from './build/code.mjs';
import { buildConsole } from './build/console.mjs';
import { buildKnowledge } from './build/knowledge.mjs';
import { buildVocabulary } from './build/vocabulary.mjs';

const PARTS = [
  { name: 'services', build: () => compileCode(EVERYTHING) },
  { name: 'bundles', build: buildBundles },
  { name: 'console', build: buildConsole },
  { name: 'knowledge', build: buildKnowledge },
  { name: 'vocabulary', build: buildVocabulary },
];

/**
 * Builds what has changed since the last build.
 *
 * @param {(part: string, milliseconds: number) => void} built told of each part that was not up to date
 */
export async function buildAll(built = () => undefined) {
  for (const { name, build } of PARTS) {
    const start = performance.now();
    if (await build()) built(name, performance.now() - start);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let upToDate = true;
  await buildAll((part, milliseconds) => {
    upToDate = false;
    console.log(`built: ${part} (${(milliseconds / 1000).toFixed(1)} s)`);
  });
  if (upToDate) console.log('up to date');
}
