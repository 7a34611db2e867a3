import { type Language } from '@openrounds/contracts';
import { type EngineAnswer } from '@openrounds/ddx-engine';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import {
  namesOf,
  type Names,
  notice,
  percent,
  presentLaboratory,
  presentSetAside,
} from '@openrounds/presentation';
import { type RankedCase } from '../ranking/case-ranker';
import { bar } from './bar';
import { laboratoryLines } from './laboratory-lines';
import { WORDS, type Words } from './words';

const BAR_WIDTH = 30;
const PERCENT_WIDTH = 8;
/** Diseases whose evidence is told; of the others the bar is. */
const EXPLAINED = 3;
const FACTS_SHOWN = 6;
const STEPS_SHOWN = 3;
/** Bits; what tells less is not worth a line. */
const LEAST_GAIN = 0.005;

interface Reader {
  /** A finding by its name, with the state that it was observed in. */
  readonly finding: (id: string) => string;
  readonly names: Names;
  readonly words: Words;
  readonly language: Language;
}

/** A ranked case as lines for a terminal. Names come last in a line: Chinese characters are two columns wide. */
export function explanationLines(
  { ready, answer }: RankedCase,
  bundle: KnowledgeBundle,
  language: Language,
): string[] {
  const names = namesOf(bundle, language);
  const reader = { names, finding: findingNamer(ready, names), words: WORDS[language], language };
  const { words } = reader;
  const { laboratory: report } = ready.understood;
  const laboratory = report === undefined ? [] : laboratoryLines(presentLaboratory(report, names), words);
  const setAside = presentSetAside(ready.understood.setAside, language).map(
    ({ quote, message = '' }) => `  ${quote} (${message})`,
  );
  const unmatched = ready.understood.unmatched.map(({ quote }) => `  ${quote}`);
  return [
    ...section(words.notUnderstood, unmatched),
    ...section(words.setAside, setAside),
    ...section(words.laboratory, laboratory),
    words.sufficiency[answer.sufficiency.level],
    '',
    ...section(words.differential, differentialLines(answer, reader)),
    ...section(words.mustNotMiss, mustNotMissLines(answer, reader)),
    ...section(words.ask, questionLines(answer, reader)),
    ...section(words.test, testLines(answer, reader)),
    notice(language),
  ];
}

function findingNamer({ observed }: RankedCase['ready'], names: Names): (id: string) => string {
  const states = new Map(observed.map(({ findingId, state }) => [findingId, state]));
  const between = names.language === 'en' ? ': ' : '：';
  return (id) => {
    const state = states.get(id);
    return state === undefined
      ? names.finding(id)
      : `${names.finding(id)}${between}${names.state(id, state)}`;
  };
}

/** A heading with its lines; nothing where there are none. */
function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines, ''];
}

function differentialLines(answer: EngineAnswer, { names, finding, words, language }: Reader): string[] {
  const listed = answer.differential.flatMap((entry, index) => {
    const head = barLine(String(entry.rank), entry.probability, language, names.disease(entry.diseaseId));
    const marked = entry.mustNotMiss ? `${head} !` : head;
    if (index >= EXPLAINED) return [marked];
    const told = (word: string, ids: readonly string[]): string[] =>
      ids.length === 0
        ? []
        : [`      ${word}: ${ids.slice(0, FACTS_SHOWN).map(finding).join(words.between)}`];
    return [marked, ...told(words.for, entry.summary.for), ...told(words.against, entry.summary.against)];
  });
  const { remainder, other } = answer;
  const rest =
    remainder.count === 0
      ? []
      : [barLine('', remainder.probability, language, words.remainder(remainder.count))];
  return [...listed, ...rest, barLine('', other.probability, language, words.other)];
}

function barLine(rank: string, probability: number, language: Language, name: string): string {
  const share = percent(probability, language).padStart(PERCENT_WIDTH);
  return `${rank.padStart(4)}  ${bar(probability, BAR_WIDTH)} ${share}  ${name}`;
}

function mustNotMissLines(answer: EngineAnswer, { names, finding, words, language }: Reader): string[] {
  return answer.mustNotMiss.map(({ diseaseId, probability, threshold, redFlag, excludedBy }) => {
    const notes = [
      `${percent(probability, language)}${words.between}${words.threshold} ${percent(threshold, language)}`,
      ...(redFlag ? [words.redFlag] : []),
      ...(excludedBy ? [`${words.excludedBy} ${excludedBy.map(finding).join(words.between)}`] : []),
    ];
    return `  ${names.disease(diseaseId)} (${notes.join(words.between)})`;
  });
}

function questionLines(answer: EngineAnswer, { names, words }: Reader): string[] {
  return answer.nextQuestions
    .filter((next) => next.expectedInformationGain >= LEAST_GAIN)
    .slice(0, STEPS_SHOWN)
    .map((next) => `  ${gain(next.expectedInformationGain, words)}  ${names.finding(next.findingId)}`);
}

function testLines(answer: EngineAnswer, { names, words }: Reader): string[] {
  return answer.nextTests
    .filter((next) => next.expectedInformationGain >= LEAST_GAIN)
    .slice(0, STEPS_SHOWN)
    .map((next) => `  ${gain(next.expectedInformationGain, words)}  ${names.test(next.testId)}`);
}

const gain = (bits: number, { bits: unit }: Words): string => `${bits.toFixed(2)} ${unit}`;
