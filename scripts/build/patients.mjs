import { createRequire } from 'node:module';
import { join } from 'node:path';
import { jsonModule } from './json-module.mjs';
import { ROOT } from './places.mjs';
import { asTexts, byLanguage, ofRounds, writtenFor } from './texts.mjs';

const COMPILED = 'libs/clinical-language/src/lexicon/compiled/patients.ts';
const require = createRequire(import.meta.url);

/** What is written to be read so, counts as much as so many texts of others. */
const PLAIN_COUNTS = 3;
/** Sentences that stand for themselves: the numbers of one in so many are no age where nothing else is said. */
const EACH_SO_MANY = 6;

const holds = (number, sentence) =>
  number !== undefined && new RegExp(`(?<!\\d)${number}(?!\\d)`, 'u').test(sentence);

/** Sentences with numbers behind those that introduce a patient, none of which is the age. */
const sentencesWithoutAge = (cases) =>
  cases
    .flatMap(({ text, patient }) =>
      text
        .split(/(?<=[.。;；\n])\s*/u)
        .slice(2)
        .filter((sentence) => /\d/u.test(sentence) && !holds(patient.age?.value, sentence)),
    )
    .filter((_, place) => place % EACH_SO_MANY === 0)
    .map((text) => ({ text, patient: { age: null } }));

/** Texts that say who their patient is, masked as they are when they are read. */
function textsOfPatients(deidentify) {
  const saysWho = ({ patient }) => patient !== undefined;
  const masked = (texts) => texts.map(({ text, patient }) => ({ text: deidentify(text).text, patient }));
  const plain = masked(writtenFor('plain-openings'));
  const cases = ofRounds('cases.jsonl').filter(saysWho);
  return [
    ...Array.from({ length: PLAIN_COUNTS }, () => plain).flat(),
    ...masked([
      ...writtenFor('openings'),
      ...ofRounds('sentences.jsonl').filter(saysWho),
      ...cases,
      ...sentencesWithoutAge(cases),
    ]),
  ];
}

/**
 * What texts tell of whose an age is, of the patient's sex and of a pregnancy, as a module. The compiled code must be that of the
 * sources.
 *
 * @returns {Record<string, string>} contents by path in the repository
 */
export function compiledPatients() {
  const library = join(ROOT, 'dist/libs/clinical-language/src');
  const { deidentify } = require(join(library, 'index.js'));
  const { learnDemographics } = require(join(library, 'conclude/demographics/learn-demographics.js'));
  const learnt = byLanguage(textsOfPatients(deidentify), learnDemographics);
  const parts = Object.entries(learnt).flatMap(([language, each]) =>
    Object.entries(each).map(([what, kept]) => [`${what}_${language}`, kept]),
  );
  return {
    [COMPILED]: jsonModule({
      name: 'PATIENTS',
      change: 'libs/clinical-language/lexicon/openings',
      texts: asTexts(Object.fromEntries(parts)),
    }),
  };
}
