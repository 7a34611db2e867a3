import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST, KNOWLEDGE } from '../build/places.mjs';

/** So many of each language: 120 cases in all. */
const OF_EACH = 60;

/**
 * Told cases of the knowledge folder as cases of the API, English and Chinese in turn and spread over all that there
 * are: the first of each file are alike.
 *
 * @returns {{ language: 'en' | 'zh', narrative: string, patient: object }[]}
 */
export function toldCases() {
  const { loadCases } = createRequire(import.meta.url)(
    join(DIST, 'libs', 'knowledge', 'src', 'authoring.js'),
  );
  const told = loadCases(KNOWLEDGE).toldCases.map(({ value }) => value);
  const [english, chinese] = ['en', 'zh'].map((language) => spread(told, language));
  return english.flatMap((one, at) => [asCase(one), asCase(chinese[at])]);
}

function spread(told, language) {
  const ours = told.filter((one) => one.language === language);
  if (ours.length < OF_EACH) throw new Error(`there are only ${ours.length} told cases in ${language}`);
  return Array.from({ length: OF_EACH }, (_one, at) => ours[Math.floor((at * ours.length) / OF_EACH)]);
}

const asCase = ({ language, text, patient: { age, sex } }) => ({
  language,
  narrative: text,
  patient: { age: age ?? null, sex: sex ?? 'unknown' },
});
