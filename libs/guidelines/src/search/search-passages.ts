import { bm25 } from '../bm25/bm25';
import { type Passage, type PassageLanguage } from '../passage';
import { type PassageIndex } from './passage-index';
import { byScoreThenId, spread } from './spread';
import { diseasesConcerned, isOnTopic, type Topic, topicality } from './topic';

/** A passage that holds less than half of the query's information is not an answer to it. */
export const RELEVANCE_FLOOR = 0.5;

/** A search by words, by what a case is about, or both: then both must fit. */
export interface PassageQuery {
  readonly query?: string | undefined;
  /** Only passages on one of these, the earlier ones preferred. */
  readonly diseaseIds?: readonly string[] | undefined;
  /** Preferred; without words and diseases, a passage must speak of one of them. */
  readonly findingIds?: readonly string[] | undefined;
  readonly language: PassageLanguage;
  /** Preferred, not required. */
  readonly region?: string | undefined;
  readonly limit: number;
}

/** A passage found. */
export interface PassageHit<P extends Passage = Passage> {
  readonly passage: P;
  /** Above 0; comparable within one search only. */
  readonly score: number;
  /** Which of the diseases asked for it is about; all its diseases if none were asked for. */
  readonly forDiseases: readonly string[];
  /** The language to show it in: the one asked for wherever the passage has it. */
  readonly language: PassageLanguage;
}

/**
 * Finds passages, best first. Empty when nothing fits: a near miss is worse than none, because a reader takes
 * what is shown as evidence. Deterministic.
 */
export function searchPassages<P extends Passage>(
  index: PassageIndex<P>,
  query: PassageQuery,
): PassageHit<P>[] {
  const { diseaseIds = [], findingIds = [], language, region, limit } = query;
  const words = query.query?.trim() ?? '';
  const topic: Topic = { diseaseIds, findingIds, region };
  if (words !== '') {
    const matches = matchesOf(index, words, language);
    const found = hits(matches, { ...topic, findingIds: [] }, topic, language);
    return found.sort(byScoreThenId).slice(0, limit).map(withoutId);
  }
  if (diseaseIds.length === 0 && findingIds.length === 0) return [];
  const everything = index.passages.map((passage) => ({ passage, score: 1 }));
  return spread(hits(everything, topic, topic, language), limit).map(withoutId);
}

interface Match<P extends Passage> {
  readonly passage: P;
  readonly score: number;
}

type Hit<P extends Passage> = PassageHit<P> & { readonly id: string };

function matchesOf<P extends Passage>(
  index: PassageIndex<P>,
  words: string,
  language: PassageLanguage,
): Match<P>[] {
  const { tokenise, inverted } = index.byLanguage[language];
  return bm25(inverted, tokenise(words)).flatMap(({ text, score, coverage }) => {
    const passage = index.passages[text];
    return passage === undefined || coverage < RELEVANCE_FLOOR ? [] : [{ passage, score }];
  });
}

function hits<P extends Passage>(
  matches: readonly Match<P>[],
  required: Topic,
  preferred: Topic,
  language: PassageLanguage,
): Hit<P>[] {
  return matches
    .filter(({ passage }) => isOnTopic(passage, required))
    .map(({ passage, score }) => ({
      id: passage.id,
      passage,
      score: score * topicality(passage, preferred),
      forDiseases: diseasesConcerned(passage, preferred),
      language: shownIn(passage, language),
    }));
}

function shownIn({ text }: Passage, language: PassageLanguage): PassageLanguage {
  if (text[language] !== undefined) return language;
  return language === 'en' ? 'zh' : 'en';
}

function withoutId<P extends Passage>({ passage, score, forDiseases, language }: Hit<P>): PassageHit<P> {
  return { passage, score, forDiseases, language };
}
