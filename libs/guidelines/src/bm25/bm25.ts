import { type InvertedIndex, postingsOf } from './inverted-index';

/** Saturation of repeated terms and correction for length: the usual middle of the ranges in the literature. */
const K1 = 1.2;
const B = 0.75;

/** Part of a query that is met by any of its concepts, or else as far as by its words. */
export interface QueryUnit {
  readonly words: readonly string[];
  /** How much of the unit a text says that has all the words and none of the concepts, in (0, 1]. */
  readonly wordShare: number;
  /** Terms that stand for the unit whatever words a text has for it, and how much of it each says, in (0, 1]. */
  readonly concepts: readonly { readonly term: string; readonly share: number }[];
  /** Raises the score of what has it, and is not missed where it is wanting: it counts for no coverage. */
  readonly hint?: boolean;
}

/** How well a text fits a query. */
export interface TextMatch {
  /** Index of the text. */
  readonly text: number;
  /** BM25, from above 0; comparable within one query only. */
  readonly score: number;
  /** Share of the query's information that the text contains, in (0, 1]; comparable between queries. */
  readonly coverage: number;
}

/**
 * Scores all texts that share a term with the query by Okapi BM25 (Robertson and Zaragoza, The Probabilistic
 * Relevance Framework: BM25 and Beyond, 2009) with fields weighed into the term frequency, and idf =
 * ln(1 + (N − n + ½)/(n + ½)), which is never negative. A unit counts by its concepts or by its words, whichever
 * is more. A term that no text has counts in `coverage` like the rarest: a query mostly about something else is then
 * seen to be so.
 */
export function bm25(index: InvertedIndex, query: readonly QueryUnit[]): TextMatch[] {
  const total = columns(index.lengths.length);
  let asked = 0;
  for (const unit of distinct(query)) {
    const parts = [
      { terms: unit.words, share: unit.wordShare },
      ...unit.concepts.map(({ term, share }) => ({ terms: [term], share })),
    ].map(({ terms, share }) => ({ terms, share, information: informationOf(index, terms) }));
    const whole = Math.max(...parts.map(({ information }) => information));
    const counts = unit.hint === true ? 0 : 1;
    asked += counts * whole;
    const best = bestOf(index, parts, whole);
    for (let text = 0; text < best.score.length; text++) {
      total.score[text] = (total.score[text] ?? 0) + (best.score[text] ?? 0);
      total.information[text] = (total.information[text] ?? 0) + counts * (best.information[text] ?? 0);
    }
  }
  const matches: TextMatch[] = [];
  total.information.forEach((contained, text) => {
    if (contained > 0) matches.push({ text, score: total.score[text] ?? 0, coverage: contained / asked });
  });
  return matches;
}

/** A score and an amount of information for each text: flat, as there may be many texts. */
interface Columns {
  readonly score: Float64Array;
  readonly information: Float64Array;
}

const columns = (texts: number): Columns => ({
  score: new Float64Array(texts),
  information: new Float64Array(texts),
});

interface Part {
  readonly terms: readonly string[];
  readonly share: number;
  readonly information: number;
}

/** Of each text the part of a unit that says most; `whole` is the information of the unit. */
function bestOf(index: InvertedIndex, parts: readonly Part[], whole: number): Columns {
  const best = columns(index.lengths.length);
  for (const { terms, share, information } of parts) {
    if (information === 0) continue;
    const found = columns(index.lengths.length);
    for (const term of new Set(terms)) addTerm(index, term, found);
    const scale = (whole * share) / information;
    for (let text = 0; text < found.score.length; text++) {
      best.score[text] = Math.max(best.score[text] ?? 0, share * (found.score[text] ?? 0));
      best.information[text] = Math.max(best.information[text] ?? 0, scale * (found.information[text] ?? 0));
    }
  }
  return best;
}

function addTerm(index: InvertedIndex, term: string, { score, information }: Columns): void {
  const { from, until } = postingsOf(index, term);
  const idf = inverseDocumentFrequency(index.lengths.length, until - from);
  for (let at = from; at < until; at += 1) {
    const text = index.texts[at] ?? 0;
    score[text] = (score[text] ?? 0) + idf * saturated(index, text, index.frequencies[at] ?? 0);
    information[text] = (information[text] ?? 0) + idf;
  }
}

function informationOf(index: InvertedIndex, terms: readonly string[]): number {
  const texts = index.lengths.length;
  let information = 0;
  for (const term of new Set(terms)) {
    const { from, until } = postingsOf(index, term);
    information += inverseDocumentFrequency(texts, until - from);
  }
  return information;
}

/** A query that repeats itself asks no more. */
function distinct(query: readonly QueryUnit[]): QueryUnit[] {
  const keyOf = ({ words, concepts }: QueryUnit): string =>
    [...concepts.map(({ term }) => term), ...words].join(' ');
  return [...new Map(query.map((unit) => [keyOf(unit), unit])).values()];
}

function saturated(index: InvertedIndex, text: number, frequency: number): number {
  const relativeLength = (index.lengths[text] ?? 0) / index.meanLength;
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * relativeLength));
}

function inverseDocumentFrequency(texts: number, containing: number): number {
  return Math.log(1 + (texts - containing + 0.5) / (containing + 0.5));
}
