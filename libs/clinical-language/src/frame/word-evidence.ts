import { type PhraseSense } from '../model/sense';
import { languageOf } from '../normalise/language';
import { addTo } from '../normalise/lists-by-key';
import { atomsIn } from '../recognise/atoms';
import { type ConceptIndex, phraseTokens } from '../recognise/concept-index';
import { OWN_WORDS, partsTold, telling } from './evidence-index';
import { NEVER_LEFT_OUT } from './part-patterns';

/** What concepts tell of findings. */
export interface WordEvidence {
  /** By number. */
  readonly findings: readonly string[];
  /** By concept: numbers of findings, and how much more often it is said of them than of anything, in nats. */
  readonly told: ReadonlyMap<string, readonly (readonly [finding: number, nats: number])[]>;
  /** By number, for those that need any: one of these concepts must be said. */
  readonly needed: ReadonlyMap<number, readonly string[]>;
}

/** So many phrases that lack a concept are added to those of a finding: what one person said is not yet the rule. */
const UNSEEN_PHRASES = 2;
/** What turns a meaning round, or what it is about, is needed where so many of the phrases of a finding say it: no ECG, no pause in it. */
const NEEDED_IN = 0.6;
/** A concept that no text has counts as half of one, in so many more than were read. */
const UNSEEN_CONCEPTS = 1_000;
const HALF = 0.5;

const LANGUAGES = ['en', 'zh'] as const;

/** How often concepts are said in a language. */
interface Said {
  readonly times: Map<string, number>;
  /** How many phrases there are, or how many concepts in texts. */
  whole: number;
}

type ByLanguage = Readonly<Record<(typeof LANGUAGES)[number], Said>>;

const nothingSaid = (): ByLanguage => ({
  en: { times: new Map(), whole: 0 },
  zh: { times: new Map(), whole: 0 },
});

const addTimes = (times: Map<string, number>, concept: string, more: number): void => {
  times.set(concept, (times.get(concept) ?? 0) + more);
};

const addAll = ({ times }: Said, concepts: Iterable<string>): void => {
  for (const concept of concepts) addTimes(times, concept, 1);
};

const atomsOf = (text: string, index: ConceptIndex): (readonly string[])[] => {
  const tokens = phraseTokens(text);
  return atomsIn(tokens, 0, tokens.length, index).map(({ features }) => features);
};

/** What texts say, concept by concept. */
function saidInTexts(texts: readonly string[], index: ConceptIndex): ByLanguage {
  const said = nothingSaid();
  for (const text of texts) {
    const own = said[languageOf(text)];
    const atoms = atomsOf(text, index);
    own.whole += atoms.length;
    for (const features of atoms) addAll(own, features);
  }
  return said;
}

/** What the phrases of one finding say; of those that say the same in one language one. */
function saidInPhrases(phrases: readonly string[], index: ConceptIndex): ByLanguage {
  const said = nothingSaid();
  const seen = new Set<string>();
  for (const phrase of phrases) {
    const concepts = new Set(atomsOf(phrase, index).flat());
    const language = languageOf(phrase);
    const key = [language, ...[...concepts].sort()].join(' ');
    if (concepts.size === 0 || seen.has(key)) continue;
    seen.add(key);
    said[language].whole += 1;
    addAll(said[language], concepts);
  }
  return said;
}

/** What the phrases of all findings say, as one text. */
function saidInAll(findings: readonly ByLanguage[]): ByLanguage {
  const all = nothingSaid();
  for (const said of findings)
    for (const language of LANGUAGES)
      for (const [concept, times] of said[language].times) {
        addTimes(all[language].times, concept, times);
        all[language].whole += times;
      }
  return all;
}

/** How large a part each concept is of what is said at large: half texts, half phrases, in the language that has more of it. */
function shareAtLarge(texts: ByLanguage, phrases: ByLanguage): (concept: string) => number {
  const shareIn = ({ times, whole }: Said, concept: string): number =>
    ((times.get(concept) ?? 0) + HALF) / (whole + UNSEEN_CONCEPTS);
  return (concept) =>
    Math.max(
      ...LANGUAGES.map(
        (language) => HALF * (shareIn(texts[language], concept) + shareIn(phrases[language], concept)),
      ),
    );
}

/** In how many phrases of either language each concept is said. */
function timesIn({ en, zh }: ByLanguage): Map<string, number> {
  const times = new Map(en.times);
  for (const [concept, count] of zh.times) addTimes(times, concept, count);
  return times;
}

/** What three fifths of a finding's phrases say of what turns a meaning round. */
const neededOf = ({ en, zh }: ByLanguage, times: ReadonlyMap<string, number>): string[] =>
  [...times.keys()].filter(
    (concept) =>
      NEVER_LEFT_OUT.test(concept) && (times.get(concept) ?? 0) >= NEEDED_IN * (en.whole + zh.whole),
  );

/** How large a part each concept is of what the phrases of one finding say. */
function sharesOf({ en, zh }: ByLanguage, times: ReadonlyMap<string, number>): Map<string, number> {
  const all = en.whole + zh.whole;
  const ofEach = [...times.values()].reduce((sum, count) => sum + count, 0) / all;
  /** A word is of one language, a concept of both. */
  const phrasesFor = (concept: string): number => {
    if (!concept.startsWith('word:')) return all;
    return en.times.has(concept) ? en.whole : zh.whole;
  };
  const shareOf = (concept: string, count: number): number =>
    count / (phrasesFor(concept) + UNSEEN_PHRASES) / ofEach;
  return new Map(Array.from(times, ([concept, count]) => [concept, shareOf(concept, count)]));
}

/**
 * What each concept tells of each finding, as the logarithm of a likelihood ratio: of a stretch that speaks of a finding the share
 * {@link OWN_WORDS} comes from its phrases and the rest from texts at large, as in language models with linear interpolation (C. Zhai and
 * J. Lafferty, A study of smoothing methods for language models applied to information retrieval, ACM Transactions on
 * Information Systems 22, 2004).
 *
 * @param wordings all that findings are called, in both languages
 * @param texts what is said of patients at large; without any, nothing is known of what a word tells
 */
export function wordEvidence(
  wordings: readonly PhraseSense[],
  texts: readonly string[],
  index: ConceptIndex,
): WordEvidence {
  if (texts.length === 0) return { findings: [], told: new Map(), needed: new Map() };
  const phrases = new Map<string, string[]>();
  for (const { phrase, sense } of wordings)
    if (sense.kind === 'finding' && sense.affirmsOnly !== true) addTo(phrases, sense.findingId, phrase);
  const said = Array.from(phrases.values(), (own) => saidInPhrases(own, index));
  const shareOf = shareAtLarge(saidInTexts(texts, index), saidInAll(said));
  const told = new Map<string, (readonly [number, number])[]>();
  const needed = new Map<number, readonly string[]>();
  said.forEach((own, finding) => {
    const times = timesIn(own);
    const must = neededOf(own, times);
    if (must.length > 0) needed.set(finding, must);
    for (const [concept, share] of sharesOf(own, times)) {
      const nats = Math.log((OWN_WORDS * share) / shareOf(concept) + 1 - OWN_WORDS);
      // what rounds to nothing tells nothing
      if (partsTold(telling(finding, nats)) > 0) addTo(told, concept, [finding, nats] as const);
    }
  });
  return { findings: [...phrases.keys()], told, needed };
}
