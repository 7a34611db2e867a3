import { bm25 } from '../bm25/bm25';
import { type PassageLanguage } from '../passage';
import { type Described, type ReadFacts } from './described';
import { type SubjectIndex } from './subject-index';

// The four weights were chosen by 2,400 questions that nothing had been learnt from, most of which name no disease.

/** Who asks does so of common and of rare diseases: what is common is favoured, but much less than in patients. */
const PRIOR_WEIGHT = 0.2;

/** That a disease is named counts beside the words of its name, but not against a whole picture of another. */
const NAMED = 4;

/** Findings of one question are not independent, and some are misread. */
const FINDING_WEIGHT = 0.7;

/** Of what BM25 gives for a word. */
const WORD_WEIGHT = 0.6;

/** A finding that is not linked to a disease speaks against it a little; none decides alone. */
const NOT_LINKED = Math.log(0.3);
const STRONGEST_AGAINST = Math.log(0.05);
const STRONGEST_FOR = Math.log(300);

/** When and how it began fits many diseases, and is read out of many words. */
const TIME_OF_ILLNESS = /^illness-/;
const TIME_WEIGHT = 0.5;

/** A disease that a question may be about. */
export interface LikelySubject {
  readonly id: string;
  /** Among those that passages are for; they sum to 1. */
  readonly probability: number;
  /** How much the question tells for it beyond what is known without a question: a logarithm of a likelihood ratio. */
  readonly evidence: number;
  /** Share of the information in the question's words that what is said of it has, from 0 to 1. */
  readonly coverage: number;
}

/**
 * The diseases that a question is likely about, by what it names, by the findings that it tells and by its words: naive
 * Bayes over the links of the knowledge. In the order of the index.
 */
export function likelySubjects(
  { subjects, byLanguage }: SubjectIndex,
  { diseaseIds, facts, ageYears }: ReadFacts,
  words: readonly string[],
  language: PassageLanguage,
): LikelySubject[] {
  const units = [...new Set(words)].map((word) => ({ words: [word], wordShare: 1, concepts: [] }));
  const byWords = new Map(bm25(byLanguage[language], units).map((match) => [match.text, match]));
  const weighed = subjects.map(({ id, described }, place) => {
    const named = diseaseIds.includes(id) ? NAMED : 0;
    const told = described === undefined ? 0 : FINDING_WEIGHT * evidenceOf(described, facts);
    const { score, coverage } = byWords.get(place) ?? { score: 0, coverage: 0 };
    const evidence = named + told + WORD_WEIGHT * score;
    return {
      id,
      evidence,
      coverage,
      logarithm: evidence + (described === undefined ? 0 : priorOf(described, ageYears)),
    };
  });
  const highest = weighed.reduce((most, { logarithm }) => Math.max(most, logarithm), -Infinity);
  const sum = weighed.reduce((total, { logarithm }) => total + Math.exp(logarithm - highest), 0);
  return weighed.map(({ id, evidence, coverage, logarithm }) => ({
    id,
    evidence,
    coverage,
    probability: Math.exp(logarithm - highest) / sum,
  }));
}

function evidenceOf({ clues }: Described, facts: ReadFacts['facts']): number {
  return facts.reduce((sum, { findingId, state }) => {
    const clue = clues[state === undefined ? findingId : `${findingId}=${state}`] ?? NOT_LINKED;
    const weight = TIME_OF_ILLNESS.test(findingId) ? TIME_WEIGHT : 1;
    return sum + weight * Math.min(Math.max(clue, STRONGEST_AGAINST), STRONGEST_FOR);
  }, 0);
}

function priorOf({ prior, modifiers }: Described, age: number | null): number {
  const times = modifiers.filter(({ if: { ageYears } }) => {
    if (ageYears === undefined || age === null) return false;
    return age >= ageYears[0] && age < ageYears[1];
  });
  return PRIOR_WEIGHT * times.reduce((sum, { times: by }) => sum + Math.log(by), Math.log(prior));
}
