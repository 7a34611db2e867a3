import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { jsonModule } from './json-module.mjs';
import { ROOT } from './places.mjs';
import { filesUnder } from './sources.mjs';
import { traditionalCharacters } from './traditional.mjs';

export const LEXICON = join(ROOT, 'libs', 'clinical-language', 'lexicon');
const COMPILED = 'libs/clinical-language/src/lexicon/compiled';

/** Concepts are read once, when a vocabulary is compiled; the other words by whoever reads a text. */
const moduleOf = (name) => (name.startsWith('concepts/') ? 'concepts' : 'words');

/** The path of a file below the lexicon, without its ending: the name it is read by. */
const nameOf = (file) =>
  relative(LEXICON, file)
    .split(sep)
    .join('/')
    .replace(/\.yaml$/, '');

/** What people say of findings, nobody's name among it. */
const WORDINGS = ['zh/clauses', 'zh/lay', 'zh/phrases', 'zh/plain'];
const LEAST_SEEN = 3;

/** Two characters in a row that the Chinese wordings have often, in order and without a mark between them: no name is made of them. */
function familiarPairs(contents) {
  const seen = new Map();
  for (const name of WORDINGS)
    for (const [run] of contents[name].matchAll(/\p{Script=Han}{2,}/gu))
      for (let at = 0; at + 2 <= run.length; at += 1) {
        const pair = run.slice(at, at + 2);
        seen.set(pair, (seen.get(pair) ?? 0) + 1);
      }
  const often = [...seen].filter(([, times]) => times >= LEAST_SEEN).map(([pair]) => pair);
  return often.sort((a, b) => (a < b ? -1 : 1)).join('');
}

/** What is written in capitals somewhere in the English lexicon, in small letters: CRP, HbA1c, ESR. */
function abbreviations(contents) {
  const written = Object.entries(contents)
    .filter(([name]) => !name.startsWith('zh/'))
    .flatMap(
      ([, text]) => text.match(/(?<![\p{L}\p{N}])[A-Z][A-Za-z]?[A-Z0-9]{1,4}[a-z]?(?![\p{L}\p{N}])/gu) ?? [],
    );
  return [...new Set(written.map((one) => one.toLowerCase()))].sort();
}

/**
 * The lexicon as modules that hold the rows of each file as JSON: nothing is parsed as YAML where texts are read.
 *
 * @returns {Record<string, string>} contents by path in the repository
 */
export function compiledLexicon() {
  const contents = Object.fromEntries(
    filesUnder(LEXICON, /\.yaml$/)
      .sort()
      .map((file) => [
        nameOf(file),
        JSON.stringify(load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA })),
      ]),
  );
  contents['zh/familiar-pairs'] = JSON.stringify(familiarPairs(contents));
  contents['zh/traditional'] = JSON.stringify(
    traditionalCharacters(JSON.parse(contents.characters).simplified),
  );
  contents['en/abbreviations'] = JSON.stringify(abbreviations(contents));
  const texts = { concepts: {}, words: {} };
  for (const [name, rows] of Object.entries(contents)) texts[moduleOf(name)][name] = rows;
  return Object.fromEntries(
    Object.entries(texts).map(([part, each]) => [
      `${COMPILED}/${part}.ts`,
      jsonModule({ name: part.toUpperCase(), change: 'libs/clinical-language/lexicon', texts: each }),
    ]),
  );
}
