import { bm25, type TextMatch } from '../bm25/bm25';
import { type Passage, type PassageLanguage } from '../passage';
import { readQuery } from '../query/read-query';
import { asksOutside } from '../question/asks-outside';
import { NOTHING_READ, type ReadFacts } from '../subject/described';
import { arrange, byEdition, sideBySide } from './arrange';
import { passes, type PassageFilter } from './filter';
import { type PassageIndex } from './passage-index';
import { reciprocalRankFusion } from './reciprocal-rank-fusion';
import { byScoreThenId, spread } from './spread';
import { subjectsAsked } from './subjects-asked';
import { answersAspect, diseasesConcerned, isOnTopic, type Topic, topicality } from './topic';

/** A passage that holds less than this share of a question's information answers it only if its disease is asked about. */
export const RELEVANCE_FLOOR = 0.7;

/** Evidence below which a question is not taken to be about a disease: a likelihood ratio of about 1,000. */
const SUBJECT_FLOOR = 7;

/** How much more it must be for a passage that says nothing of the question; a tenth of the question's information makes up for 1. */
const MORE_WITHOUT_WORDS = 1.5;
const WORDS_AS_EVIDENCE = 10;

/** How much the words of a passage count beside how likely its disease is: BM25 scores run up to some dozens. */
const WORDS_OF_PASSAGE = 0.1;

/** What asks for what no guidance says is answered only by a passage that has all its words. */
const WHOLE = 0.95;

const NO_WORDS = { score: 0, coverage: 0 };

/** A search by words, by what a case is about, or both: then both must fit. */
export interface PassageQuery {
  readonly query?: string | undefined;
  /** What was read of the words as of a case; without it only names and words count. */
  readonly read?: ReadFacts | undefined;
  /** Only passages on one of these, the earlier ones preferred. */
  readonly diseaseIds?: readonly string[] | undefined;
  /** Preferred; without words and diseases, a passage must speak of one of them. */
  readonly findingIds?: readonly string[] | undefined;
  readonly language: PassageLanguage;
  /** Preferred, not required. */
  readonly region?: string | undefined;
  /** Required. By itself it finds nothing: it narrows what words, diseases or findings have found. */
  readonly filter?: PassageFilter | undefined;
  /**
   * What {@link candidatesOf} gave for the same question, in another order that is as good, the best first: both orders are fused. It
   * moves what the words have found, and finds nothing by itself.
   */
  readonly alsoRanked?: readonly string[] | undefined;
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
  const { alsoRanked = [], limit } = query;
  const { hits, hitOf, wanted } = found(index, query);
  const opponentsOf = ({ passage: { conflictsWith = [] }, score }: Hit<P>): Hit<P>[] =>
    conflictsWith
      .flatMap((id) => index.byId.get(id) ?? [])
      .filter(wanted)
      .map((passage) => ({ ...hitOf({ passage, score }), score }));
  const sorted = arrange(alsoRanked.length === 0 ? hits : fused(hits, alsoRanked));
  const ranked = wordsOf(query) === '' ? spreadByEdition(sorted, limit) : sorted;
  return sideBySide(ranked, opponentsOf, limit).map(withoutId);
}

/** All passages that answer a question, by its words best first; before documents are spread and conflicts shown. */
export function candidatesOf<P extends Passage>(index: PassageIndex<P>, query: PassageQuery): P[] {
  return found(index, query).hits.map(({ passage }) => passage);
}

const wordsOf = ({ query }: PassageQuery): string => query?.trim() ?? '';

function found<P extends Passage>(index: PassageIndex<P>, query: PassageQuery) {
  const { diseaseIds = [], filter = {}, language, region, read = NOTHING_READ } = query;
  const words = wordsOf(query);
  const findingIds = [...(query.findingIds ?? []), ...read.facts.map(({ findingId }) => findingId)];
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
  const matches = words === '' ? everything(index, preferred) : matchesOf(index, words, read, language);
  const hits = matches.filter(({ passage }) => wanted(passage)).map(hitOf);
  return { hits: hits.sort(byScoreThenId), hitOf, wanted };
}

/** What a newer edition has replaced is spread over the places that current passages leave. */
function spreadByEdition<P extends Passage>(hits: readonly Hit<P>[], limit: number): Hit<P>[] {
  const { current, replaced } = byEdition(hits);
  const first = spread(current, limit);
  return [...first, ...spread(replaced, limit - first.length)];
}

function fused<P extends Passage>(hits: readonly Hit<P>[], other: readonly string[]): Hit<P>[] {
  const scores = reciprocalRankFusion([hits.map(({ id }) => id), other]);
  return hits.map((hit) => ({ ...hit, score: scores.get(hit.id) ?? 0 })).sort(byScoreThenId);
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
  read: ReadFacts,
  language: PassageLanguage,
): Match<P>[] {
  const { tokenise, inverted } = index.byLanguage[language];
  const query = readQuery(words, language, index.names, tokenise);
  const { subjectOf, known } = subjectsAsked(index, query, read, language);
  const { outside, aspects } = index.kinds.of(words, language);
  const byWords: TextMatch[] = [];
  for (const match of bm25(inverted, query.units)) byWords[match.text] = match;
  const matches: Match<P>[] = [];
  for (const [place, passage] of index.passages.entries()) {
    const { score, coverage } = byWords[place] ?? NO_WORDS;
    const subject = subjectOf(passage);
    const floor = SUBJECT_FLOOR + Math.max(0, MORE_WITHOUT_WORDS - WORDS_AS_EVIDENCE * coverage);
    const isOnSubject = subject.evidence >= floor && passage.text[language] !== undefined;
    if (coverage < RELEVANCE_FLOOR && !isOnSubject) continue;
    if (coverage < WHOLE && asksOutside(outside, Math.max(known, coverage))) continue;
    const fits = subject.probability * Math.exp(WORDS_OF_PASSAGE * score);
    matches.push({ passage, score: fits * answersAspect(passage.about, aspects) });
  }
  return matches;
}

function shownIn({ text }: Passage, language: PassageLanguage): PassageLanguage {
  if (text[language] !== undefined) return language;
  return language === 'en' ? 'zh' : 'en';
}

function withoutId<P extends Passage>({ passage, score, forDiseases, language }: Hit<P>): PassageHit<P> {
  return { passage, score, forDiseases, language };
}
