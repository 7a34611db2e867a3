import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { LEXICON } from './lexicon.mjs';
import { jsonModule } from './json-module.mjs';
import { ROOT } from './places.mjs';
import { asTexts, byLanguage, ofRounds, toldCases, writtenFor } from './texts.mjs';

const COMPILED = 'libs/clinical-language/src/lexicon/compiled/identifiers.ts';
const require = createRequire(import.meta.url);

const nobodyIn = ({ text }) => ({ text, identifiers: [] });

/** What people say of findings is nobody's name; one clause of so many is enough. */
const EACH_SO_MANY = 8;
const clauses = () =>
  ['en', 'zh'].flatMap((language) =>
    load(readFileSync(join(LEXICON, language, 'clauses.yaml'), 'utf8'))
      .flatMap(({ words }) => words)
      .filter((_, place) => place % EACH_SO_MANY === 0)
      .map((text) => nobodyIn({ text })),
  );

/** Texts in which people marked what identifies somebody, and clinical ones that identify nobody. */
const markedTexts = () => [
  ...writtenFor('identified'),
  ...ofRounds('identifiers.jsonl').map(({ text, identifiers }) => ({ text, identifiers })),
  ...ofRounds('sentences.jsonl').map(nobodyIn),
  ...toldCases().map(nobodyIn),
  ...clauses(),
];

/**
 * What marked texts tell of the words that identify somebody, as a module. The compiled code must be that of the sources.
 *
 * @returns {Record<string, string>} contents by path in the repository
 */
export function compiledIdentifiers() {
  const { learnIdentifiers } = require(
    join(ROOT, 'dist/libs/clinical-language/src/mask/learn-identifiers.js'),
  );
  return {
    [COMPILED]: jsonModule({
      name: 'IDENTIFIERS',
      change: 'libs/clinical-language/lexicon/identified',
      texts: asTexts(byLanguage(markedTexts(), learnIdentifiers)),
    }),
  };
}
