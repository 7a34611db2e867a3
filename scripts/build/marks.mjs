import { createRequire } from 'node:module';
import { join } from 'node:path';
import { jsonModule } from './json-module.mjs';
import { ROOT } from './places.mjs';
import { asTexts, byLanguage, ofRounds, toldCases, writtenFor } from './texts.mjs';

const COMPILED = 'libs/clinical-language/src/lexicon/compiled/marks.ts';
const require = createRequire(import.meta.url);

/**
 * What cases tell of where marks stand, as a module. The compiled code must be that of the sources.
 *
 * @returns {Record<string, string>} contents by path in the repository
 */
export function compiledMarks() {
  const { learnMarks } = require(join(ROOT, 'dist/libs/clinical-language/src/marks/learn-marks.js'));
  return {
    [COMPILED]: jsonModule({
      name: 'MARKS',
      change: 'libs/clinical-language/lexicon/dictated',
      texts: asTexts(
        byLanguage([...writtenFor('dictated'), ...ofRounds('cases.jsonl'), ...toldCases()], (texts) =>
          learnMarks(texts.map(({ text }) => text)),
        ),
      ),
    }),
  };
}
