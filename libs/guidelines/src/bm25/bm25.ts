import { type InvertedIndex } from './inverted-index';

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
  const scores = new Float64Array(index.lengths.length);
  const information = new Float64Array(index.lengths.length);
  let asked = 0;
  for (const unit of distinct(query)) {
    const byWords = sumOf(index, unit.words);
    const byConcepts = unit.concepts.map(({ term, share }) => ({ share, ...sumOf(index, [term]) }));
    const whole = Math.max(byWords.information, ...byConcepts.map((sum) => sum.information));
    const counts = unit.hint === true ? 0 : 1;
    asked += counts * whole;
    const best = new Map<number, Found>();
    const take = (text: number, found: Found): void => {
      const { score = 0, information: share = 0 } = best.get(text) ?? {};
      best.set(text, {
        score: Math.max(score, found.score),
        information: Math.max(share, found.information),
      });
    };
    for (const [text, found] of byWords.found)
      take(text, {
        score: found.score * unit.wordShare,
        information: (found.information / byWords.information) * whole * unit.wordShare,
      });
    for (const { found, share } of byConcepts)
      for (const [text, { score }] of found) take(text, { score: score * share, information: whole * share });
    for (const [text, found] of best) {
      scores[text] = (scores[text] ?? 0) + found.score;
      information[text] = (information[text] ?? 0) + counts * found.information;
    }
  }
  const matches: TextMatch[] = [];
  information.forEach((contained, text) => {
    if (contained > 0) matches.push({ text, score: scores[text] ?? 0, coverage: contained / asked });
  });
  return matches;
}

interface Found {
  readonly score: number;
  readonly information: number;
}

/** Which texts have some of the terms, and the information of all of them. */
function sumOf(index: InvertedIndex, terms: readonly string[]) {
  const found = new Map<number, Found>();
  let information = 0;
  for (const term of new Set(terms)) {
    const postings = index.postings.get(term) ?? [];
    const idf = inverseDocumentFrequency(index.lengths.length, postings.length);
    information += idf;
    for (const { text, frequency } of postings) {
      const sofar = found.get(text);
      found.set(text, {
        score: (sofar?.score ?? 0) + idf * saturated(index, text, frequency),
        information: (sofar?.information ?? 0) + idf,
      });
    }
  }
  return { found, information };
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
