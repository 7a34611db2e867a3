import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { LEXICON } from './lexicon.mjs';
import { ROOT } from './places.mjs';
import { filesUnder } from './sources.mjs';

const TEST_SETS = join(ROOT, 'libs/clinical-language/test-sets');
const TOLD_CASES = join(ROOT, 'knowledge/told-cases');

/** Rounds of first contact up to this one are learnt from; later ones measure what was learnt. */
const LAST_ROUND_LEARNT = 29;

const linesOf = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

/** What people wrote for something to be learnt from: a folder of the lexicon. */
export const writtenFor = (folder) =>
  filesUnder(join(LEXICON, folder), /\.jsonl$/)
    .sort()
    .flatMap(linesOf);

/** Files of a name, of all rounds of first contact that are learnt from. */
export const ofRounds = (name) =>
  Array.from({ length: LAST_ROUND_LEARNT }, (_, place) =>
    join(TEST_SETS, 'first-contact', `round-${place + 1}`, name),
  ).flatMap(linesOf);

/** A class of language that was written to be developed with. */
export const classOf = (name) => linesOf(join(TEST_SETS, 'classes', `${name}.development.jsonl`));

/** Told cases of the half that is developed with. */
export const toldCases = () =>
  readdirSync(TOLD_CASES)
    .sort()
    .flatMap((file) => load(readFileSync(join(TOLD_CASES, file), 'utf8')))
    .filter(({ half }) => half === 'development');

const isChinese = ({ text }) => /\p{Script=Han}/u.test(text);

/** What is learnt of the texts of each language. */
export const byLanguage = (texts, learn) => ({
  en: learn(texts.filter((each) => !isChinese(each))),
  zh: learn(texts.filter(isChinese)),
});

/** What was learnt of each, as the texts of a module. */
export const asTexts = (learnt) =>
  Object.fromEntries(Object.entries(learnt).map(([part, each]) => [part, JSON.stringify(each)]));
