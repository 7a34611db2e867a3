import { createRequire } from 'node:module';
import { join } from 'node:path';
import { jsonModule } from './json-module.mjs';
import { ROOT } from './places.mjs';
import { asTexts, classOf, ofRounds, writtenFor } from './texts.mjs';

const COMPILED = 'libs/clinical-language/src/lexicon/compiled/words-around.ts';
const require = createRequire(import.meta.url);

/** What test sets tell apart and nothing is learnt of alone. */
const LEARNT_AS = { planned: 'conditional', belief: 'conditional' };

/**
 * What the cases of rounds have, by where they are kept: of what is said in a case most is so, of what is said in a passage half.
 */
function presentInCases() {
  const texts = new Map(ofRounds('cases.jsonl').map(({ id, text }) => [id, text]));
  return writtenFor('present').flatMap(({ case: id, present }) =>
    texts.has(id)
      ? [{ text: texts.get(id), concepts: present.map((quote) => ({ quote, assertion: 'present' })) }]
      : [],
  );
}

/** Passages that people wrote, with what each says of the things that it names; of one that stands twice the later. */
function passages() {
  const rows = [
    ...writtenFor('passages'),
    ...ofRounds('sentences.jsonl'),
    ...presentInCases(),
    ...classOf('assertion'),
    ...classOf('assertion-ways'),
  ];
  const saidIn = new Map(
    rows.map(({ text, concepts = [] }) => [
      text,
      concepts.map(({ quote, assertion }) => [quote, LEARNT_AS[assertion] ?? assertion]),
    ]),
  );
  return Array.from(saidIn, ([text, says]) => ({ text, says })).filter(({ says }) => says.length > 0);
}

/**
 * What passages tell of the words around a finding, as a module. The compiled code must be that of the sources.
 *
 * @returns {Record<string, string>} contents by path in the repository
 */
export function compiledWordsAround() {
  const { learnAround } = require(join(ROOT, 'dist/libs/clinical-language/src/frame/learn-around.js'));
  return {
    [COMPILED]: jsonModule({
      name: 'WORDS_AROUND',
      change: 'libs/clinical-language/lexicon/passages',
      texts: asTexts({ all: learnAround(passages()) }),
    }),
  };
}
