import { createRequire } from 'node:module';
import { join } from 'node:path';
import { jsonModule } from './json-module.mjs';
import { ROOT } from './places.mjs';

const COMPILED = 'libs/clinical-language/src/lexicon/compiled/cues.ts';
const require = createRequire(import.meta.url);

/**
 * The cues of both languages as they are looked up, as a module. The compiled code must be that of the sources.
 *
 * @returns {Record<string, string>} contents by path in the repository
 */
export function compiledCues() {
  const assert = join(ROOT, 'dist/libs/clinical-language/src/assert');
  const { compileCues } = require(join(assert, 'compile-cues.js'));
  const { storedFrom } = require(join(assert, 'stored-cues.js'));
  const all = JSON.stringify(storedFrom(compileCues(['en/cues', 'zh/cues'])));
  return {
    [COMPILED]: jsonModule({
      name: 'CUES',
      change: 'libs/clinical-language/lexicon/*/cues.yaml',
      texts: { all },
    }),
  };
}
