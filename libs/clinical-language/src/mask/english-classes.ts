import { isEnglishWord } from './english-words';
import { classesOf } from './mask-lexicon';

/** What a capitalised word may be. */
export type NameClass =
  | 'given'
  | 'given-or-word'
  | 'surname'
  | 'surname-or-word'
  | 'unknown'
  | 'company'
  | 'town'
  | 'eponym'
  | 'medical'
  | 'wide-place'
  | 'word'
  | 'stop';

const NAMES = classesOf('en/names');
const OTHERS = classesOf('en/proper-nouns');
/** In order: of two classes the first counts. */
const LISTED: readonly (readonly [NameClass, ReadonlySet<string>])[] = [
  ['stop', setOf(OTHERS, 'stop')],
  ['company', setOf(OTHERS, 'company')],
  ['given', setOf(NAMES, 'given')],
  ['given-or-word', setOf(NAMES, 'given-or-word')],
  ['surname-or-word', setOf(NAMES, 'surname-or-word')],
  ['wide-place', setOf(OTHERS, 'wide-place')],
  ['town', setOf(OTHERS, 'town')],
  ['medical', setOf(OTHERS, 'medical')],
  ['surname', setOf(NAMES, 'surname')],
];
const MEDICAL = setOf(OTHERS, 'medical');
const SURNAMES = setOf(NAMES, 'surname');
/** Also what is otherwise no name: Young, Sharp. */
const ANY_SURNAMES: ReadonlySet<string> = new Set(
  ['surname', 'surname-or-word', 'surname-behind-given'].flatMap((name) => NAMES.get(name) ?? []),
);
const PARTICLES = setOf(NAMES, 'particle');
const MONTHS = setOf(NAMES, 'month');
const OPENERS = setOf(NAMES, 'nickname-opener');

function setOf(classes: ReadonlyMap<string, readonly string[]>, name: string): ReadonlySet<string> {
  return new Set(classes.get(name));
}

const classes = new Map<string, NameClass>();

/** What a word written with a capital may be: in what list it stands, or in none. */
export function classOfName(written: string): NameClass {
  let answer = classes.get(written);
  if (answer === undefined) {
    answer = classify(written);
    if (classes.size > 20_000) classes.clear();
    classes.set(written, answer);
  }
  return answer;
}

function classify(whole: string): NameClass {
  const [written = ''] = whole.split(/'(?=(?:ve|ll|re|d|m|t)$)/u);
  const listed = LISTED.find(([, words]) => words.has(written));
  if (listed?.[0] === 'given' && MEDICAL.has(written)) return 'given-or-word';
  if (listed?.[0] === 'medical' && SURNAMES.has(written)) return 'eponym';
  if (listed !== undefined) return listed[0];
  if (written.endsWith('days') && LISTED[0]?.[1].has(written.slice(0, -1)) === true) return 'stop';
  return isEnglishWord(written.toLowerCase()) ? 'word' : 'unknown';
}

/** Medicine names things by it, whoever else is called so. */
export const isEponym = (written: string): boolean => MEDICAL.has(written);
export const isSurname = (written: string): boolean => ANY_SURNAMES.has(written);
export const isParticle = (lower: string): boolean => PARTICLES.has(lower);
export const isMonth = (written: string): boolean => MONTHS.has(written);
export const opensNickname = (written: string): boolean => OPENERS.has(written);
