import { type Passage, type PassageLanguage } from '../passage';
import { type ReadQuery } from '../query/read-query';
import { repairSpelling } from '../query/repair-spelling';
import { type ReadFacts } from '../subject/described';
import { type LikelySubject, likelySubjects } from '../subject/likely-subjects';
import { type PassageIndex } from './passage-index';

/** Diseases that are less likely are not what is asked about. */
const LIKELY = 0.02;

/** Where a disease is named that no passage is for, only a whole picture of another one counts. */
const OTHER_NAMED_FLOOR = 18;

/** What a passage is for, as far as a question is about it. */
export interface SubjectOfPassage {
  readonly probability: number;
  /** A logarithm of a likelihood ratio; Infinity where it is named, -Infinity where something else is more likely by far. */
  readonly evidence: number;
}

/** What a question is about: for each passage how likely that is what it is for, and how much is known of the likeliest. */
export function subjectsAsked(
  { subjects, passages }: PassageIndex,
  { diseaseIds, words }: ReadQuery,
  read: ReadFacts,
  language: PassageLanguage,
): { readonly subjectOf: (passage: Passage) => SubjectOfPassage; readonly known: number } {
  const terms = subjects.byLanguage[language].terms;
  const repaired = words.map((word) =>
    terms.has(word) ? word : (repairSpelling(word, terms.keys()) ?? word),
  );
  const named = new Set([...diseaseIds, ...read.diseaseIds]);
  const likely = likelySubjects(subjects, { ...read, diseaseIds: [...named] }, repaired, language);
  const byId = new Map(likely.map((subject) => [subject.id, subject]));
  // A disease that is named and has no passage is what is asked about, not what resembles it a little.
  const isOther = named.size > 0 && ![...named].some((id) => byId.has(id));
  const floor = isOther ? OTHER_NAMED_FLOOR : -Infinity;
  // Asked of every passage there is, so it makes nothing but its answer.
  const subjectOf = ({ forDiseases }: Passage): SubjectOfPassage => {
    let probability = 1 / passages.length;
    let evidence = -Infinity;
    for (const id of forDiseases) {
      const subject = byId.get(id);
      if (subject === undefined) continue;
      probability = Math.max(probability, subject.probability);
      if (subject.probability < LIKELY || subject.evidence < floor) continue;
      evidence = Math.max(evidence, named.has(id) ? Infinity : subject.evidence);
    }
    return { probability, evidence };
  };
  const likeliest = likely.reduce<Pick<LikelySubject, 'probability' | 'coverage'>>(
    (best, each) => (each.probability > best.probability ? each : best),
    { probability: 0, coverage: 0 },
  );
  return { subjectOf, known: likeliest.coverage };
}
