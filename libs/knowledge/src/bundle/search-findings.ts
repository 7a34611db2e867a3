import { compareText } from '../load/problem';
import { type Finding } from '../schema/finding';
import { normalisePhrase } from '../text/normalise-phrase';
import { wordsOfFinding } from '../text/words-of-finding';
import { type KnowledgeContent } from './knowledge-bundle';

export type Language = 'en' | 'zh';

/** A finding that a type-ahead offers. */
export interface FindingMatch {
  readonly finding: Finding;
  /** Its name in the language asked for. */
  readonly name: string;
  /** The wording that the query met, in whichever language. */
  readonly matched: string;
}

interface Phrase {
  readonly finding: Finding;
  readonly text: string;
  readonly normalised: string;
  readonly language: Language;
  readonly isName: boolean;
}

/** How a query meets a wording, the best first. */
const enum Closeness {
  Exact,
  Start,
  StartOfWord,
  Inside,
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const indexes = new WeakMap<KnowledgeContent, Readonly<Record<Language, readonly Phrase[]>>>();

/**
 * Findings whose name or synonym, in either language, meets what was typed: whole wordings first, then beginnings,
 * then beginnings of words, then insides. Among equals names come before synonyms, the language asked for before the
 * other, short before long, then by id. An empty query offers nothing.
 *
 * @param limit the most findings to return
 */
export function searchFindings(
  knowledge: KnowledgeContent,
  query: string,
  language: Language,
  limit: number,
): FindingMatch[] {
  const wanted = normalisePhrase(query);
  if (wanted === '') return [];
  const hits = phrasesThatMeet(indexOf(knowledge)[language], wanted);
  return firstOfEachFinding(hits, limit).map(({ finding, text }) => ({
    finding,
    name: finding.name[language],
    matched: text,
  }));
}

/** One pass over phrases that are in order already: nothing has to be sorted while somebody types. */
function phrasesThatMeet(phrases: readonly Phrase[], wanted: string): Phrase[] {
  const byCloseness: Record<Closeness, Phrase[]> = {
    [Closeness.Exact]: [],
    [Closeness.Start]: [],
    [Closeness.StartOfWord]: [],
    [Closeness.Inside]: [],
  };
  const beginningOfWord = ` ${wanted}`;
  for (const phrase of phrases) {
    const closeness = closenessOf(phrase.normalised, wanted, beginningOfWord);
    if (closeness !== undefined) byCloseness[closeness].push(phrase);
  }
  return [
    ...byCloseness[Closeness.Exact],
    ...byCloseness[Closeness.Start],
    ...byCloseness[Closeness.StartOfWord],
    ...byCloseness[Closeness.Inside],
  ];
}

function firstOfEachFinding(hits: readonly Phrase[], limit: number): Phrase[] {
  const best = new Map<string, Phrase>();
  for (const hit of hits) {
    if (best.size >= limit) break;
    if (!best.has(hit.finding.id)) best.set(hit.finding.id, hit);
  }
  return [...best.values()];
}

function closenessOf(phrase: string, wanted: string, beginningOfWord: string): Closeness | undefined {
  const at = phrase.indexOf(wanted);
  if (at < 0) return undefined;
  if (at === 0) return phrase.length === wanted.length ? Closeness.Exact : Closeness.Start;
  return phrase.includes(beginningOfWord) ? Closeness.StartOfWord : Closeness.Inside;
}

/** All wordings, for each language in the order in which equally close ones are offered. Made once per bundle. */
function indexOf(knowledge: KnowledgeContent): Readonly<Record<Language, readonly Phrase[]>> {
  const known = indexes.get(knowledge);
  if (known) return known;
  const byId = knowledge.findings.toSorted((a, b) => compareText(a.id, b.id));
  const ordered = byId.flatMap(phrasesOf).sort((a, b) => a.normalised.length - b.normalised.length);
  const index = { en: preferring(ordered, 'en'), zh: preferring(ordered, 'zh') };
  indexes.set(knowledge, index);
  return index;
}

/** Names before synonyms, and of each the language asked for before the other; what is equal keeps its order. */
function preferring(ordered: readonly Phrase[], language: Language): Phrase[] {
  const part = (isName: boolean, own: boolean): Phrase[] =>
    ordered.filter((phrase) => phrase.isName === isName && (phrase.language === language) === own);
  return [...part(true, true), ...part(true, false), ...part(false, true), ...part(false, false)];
}

function phrasesOf(finding: Finding): Phrase[] {
  return LANGUAGES.flatMap((language) => [
    phraseOf(finding, finding.name[language], language, true),
    ...wordsOfFinding(finding, language).map((text) => phraseOf(finding, text, language, false)),
  ]);
}

function phraseOf(finding: Finding, text: string, language: Language, isName: boolean): Phrase {
  return { finding, text, normalised: normalisePhrase(text), language, isName };
}
