import { type InvertedIndex } from './inverted-index';

/** Saturation of repeated terms and correction for length: the usual middle of the ranges in the literature. */
const K1 = 1.2;
const B = 0.75;

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
 * ln(1 + (N − n + ½)/(n + ½)), which is never negative. A term that no text has counts in `coverage` like the
 * rarest: a query mostly about something else is then seen to be so.
 */
export function bm25(index: InvertedIndex, query: readonly string[]): TextMatch[] {
  const terms = [...new Set(query)];
  const scores = new Map<number, { score: number; information: number }>();
  let asked = 0;
  for (const term of terms) {
    const postings = index.postings.get(term) ?? [];
    const information = inverseDocumentFrequency(index.lengths.length, postings.length);
    asked += information;
    for (const { text, frequency } of postings) {
      const sum = scores.get(text) ?? { score: 0, information: 0 };
      sum.score += information * saturated(index, text, frequency);
      sum.information += information;
      scores.set(text, sum);
    }
  }
  return Array.from(scores, ([text, { score, information }]) => ({
    text,
    score,
    coverage: information / asked,
  }));
}

function saturated(index: InvertedIndex, text: number, frequency: number): number {
  const relativeLength = (index.lengths[text] ?? 0) / index.meanLength;
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * relativeLength));
}

function inverseDocumentFrequency(texts: number, containing: number): number {
  return Math.log(1 + (texts - containing + 0.5) / (containing + 0.5));
}
