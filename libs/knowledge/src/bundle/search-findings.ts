import { compareText } from '../load/problem';
import { type Finding } from '../schema/finding';
import { normalisePhrase } from '../text/normalise-phrase';
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

interface Hit {
  readonly phrase: Phrase;
  readonly closeness: Closeness;
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const phrasesByKnowledge = new WeakMap<KnowledgeContent, readonly Phrase[]>();

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
  const best = new Map<string, Hit>();
  for (const phrase of phrasesOf(knowledge)) {
    const closeness = closenessOf(phrase.normalised, wanted);
    if (closeness === undefined) continue;
    const hit = { phrase, closeness };
    const known = best.get(phrase.finding.id);
    if (!known || compareHits(hit, known, language) < 0) best.set(phrase.finding.id, hit);
  }
  return [...best.values()]
    .sort((a, b) => compareHits(a, b, language))
    .slice(0, limit)
    .map(({ phrase: { finding, text } }) => ({ finding, name: finding.name[language], matched: text }));
}

function compareHits(a: Hit, b: Hit, language: Language): number {
  return (
    a.closeness - b.closeness ||
    Number(b.phrase.isName) - Number(a.phrase.isName) ||
    Number(b.phrase.language === language) - Number(a.phrase.language === language) ||
    a.phrase.normalised.length - b.phrase.normalised.length ||
    compareText(a.phrase.finding.id, b.phrase.finding.id)
  );
}

function closenessOf(phrase: string, wanted: string): Closeness | undefined {
  const at = phrase.indexOf(wanted);
  if (at < 0) return undefined;
  if (at === 0) return phrase.length === wanted.length ? Closeness.Exact : Closeness.Start;
  return phrase.includes(` ${wanted}`) ? Closeness.StartOfWord : Closeness.Inside;
}

/** Made once per bundle. */
function phrasesOf(knowledge: KnowledgeContent): readonly Phrase[] {
  const known = phrasesByKnowledge.get(knowledge);
  if (known) return known;
  const phrases = knowledge.findings.flatMap((finding) =>
    LANGUAGES.flatMap((language) => [
      phraseOf(finding, finding.name[language], language, true),
      ...wordsOf(finding, language).map((text) => phraseOf(finding, text, language, false)),
    ]),
  );
  phrasesByKnowledge.set(knowledge, phrases);
  return phrases;
}

function wordsOf({ synonyms, stateSynonyms }: Finding, language: Language): string[] {
  return [...synonyms[language], ...Object.values(stateSynonyms ?? {}).flatMap((words) => words[language])];
}

function phraseOf(finding: Finding, text: string, language: Language, isName: boolean): Phrase {
  return { finding, text, normalised: normalisePhrase(text), language, isName };
}
