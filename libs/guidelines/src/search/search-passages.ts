import { bm25, type QueryUnit } from '../bm25/bm25';
import { type Passage, type PassageLanguage } from '../passage';
import { type ReadQuery, readQuery } from '../query/read-query';
import { arrange, sideBySide } from './arrange';
import { passes, type PassageFilter } from './filter';
import { type PassageIndex } from './passage-index';
import { byScoreThenId, spread } from './spread';
import { answersAspect, diseasesConcerned, isOnTopic, type Topic, topicality } from './topic';

/** A passage that holds less than this share of a short question's information is no answer to it. */
export const RELEVANCE_FLOOR = 0.5;

/** A short question has so many units at most; each further one lowers the floor: much of a long one is story. */
const SHORT = 3;
const LOWER_BY = 0.03;
const LOWEST_FLOOR = 0.25;

const floorOf = (units: readonly QueryUnit[]): number => {
  const further = Math.max(0, units.filter(({ hint }) => hint !== true).length - SHORT);
  return Math.max(LOWEST_FLOOR, RELEVANCE_FLOOR - LOWER_BY * further);
};

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
  /** Required. By itself it finds nothing: it narrows what words, diseases or findings have found. */
  readonly filter?: PassageFilter | undefined;
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
 * Finds passages, best first; at most two of a document, superseded ones after all others, conflicting ones side by
 * side. Empty when nothing fits: a near miss is worse than none, because a reader takes what is shown as evidence.
 * Deterministic.
 */
export function searchPassages<P extends Passage>(
  index: PassageIndex<P>,
  query: PassageQuery,
): PassageHit<P>[] {
  const { diseaseIds = [], findingIds = [], filter = {}, language, region, limit } = query;
  const words = query.query?.trim() ?? '';
  const required: Topic = { diseaseIds, findingIds: words === '' ? findingIds : [] };
  const finding = filter.finding === undefined ? [] : [filter.finding];
  const preferred: Topic = { diseaseIds, findingIds: [...findingIds, ...finding], region };
  const { tokenise } = index.byLanguage[language];
  const wanted = (passage: Passage): boolean =>
    isOnTopic(passage, required) && passes(passage, filter, language, tokenise);
  const hitOf = ({ passage, score }: Match<P>): Hit<P> => ({
    id: passage.id,
    passage,
    score: score * topicality(passage, preferred),
    forDiseases: diseasesConcerned(passage, preferred),
    language: shownIn(passage, language),
  });
  const opponentsOf = ({ passage: { conflictsWith = [] }, score }: Hit<P>): Hit<P>[] =>
    conflictsWith
      .flatMap((id) => index.byId.get(id) ?? [])

      .filter(wanted)
      .map((passage) => ({ ...hitOf({ passage, score }), score }));
  const found = words === '' ? everything(index, preferred) : matchesOf(index, words, language);
  const hits = found.filter(({ passage }) => wanted(passage)).map(hitOf);
  const sorted = arrange(hits.sort(byScoreThenId));
  const ranked = words === '' ? arrange(spread(sorted, limit)) : sorted;
  return sideBySide(ranked, opponentsOf, limit).map(withoutId);
}

interface Match<P extends Passage> {
  readonly passage: P;
  readonly score: number;
}

type Hit<P extends Passage> = PassageHit<P> & { readonly id: string };

function everything<P extends Passage>({ passages }: PassageIndex<P>, topic: Topic): Match<P>[] {
  if (topic.diseaseIds.length === 0 && topic.findingIds.length === 0) return [];
  return passages.map((passage) => ({ passage, score: 1 }));
}

function matchesOf<P extends Passage>(
  index: PassageIndex<P>,
  words: string,
  language: PassageLanguage,
): Match<P>[] {
  const { tokenise, inverted } = index.byLanguage[language];
  const { units, aspects }: ReadQuery = readQuery(words, language, index.names, tokenise);
  const floor = floorOf(units);
  return bm25(inverted, units).flatMap(({ text, score, coverage }) => {
    const passage = index.passages[text];
    if (passage === undefined || coverage < floor) return [];
    return [{ passage, score: score * answersAspect(passage.about, aspects) }];
  });
}

function shownIn({ text }: Passage, language: PassageLanguage): PassageLanguage {
  if (text[language] !== undefined) return language;
  return language === 'en' ? 'zh' : 'en';
}

function withoutId<P extends Passage>({ passage, score, forDiseases, language }: Hit<P>): PassageHit<P> {
  return { passage, score, forDiseases, language };
}
