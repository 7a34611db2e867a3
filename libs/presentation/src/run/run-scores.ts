import { type CodedAnswer, type Language, type Run, type Understood } from '@openrounds/contracts';
import { scoresForCase, type KnowledgeBundle, type ScoreCase } from '@openrounds/knowledge';
import { presentScore } from '../knowledge/present-score';

/** So many of the leading diseases bring their scores along. */
const LEADING = 5;
const DAYS_PER_YEAR = 365.25;
const YEARS_PER_UNIT = { a: 1, mo: 1 / 12, wk: 7 / DAYS_PER_YEAR, d: 1 / DAYS_PER_YEAR } as const;

/**
 * The scores of the leading diseases and of those not to be missed, as far as the case answers them. They follow from
 * what was understood and from the knowledge version alone, both of which the run keeps.
 */
export function runScores(
  answer: CodedAnswer,
  understood: Understood,
  bundle: KnowledgeBundle,
  language: Language,
): Run['scores'] {
  const leading = answer.differential.slice(0, LEADING).map(({ diseaseId }) => diseaseId);
  const dangerous = answer.mustNotMiss
    .filter(({ excludedBy }) => excludedBy === undefined)
    .map(({ diseaseId }) => diseaseId);
  return scoresForCase(bundle, [...leading, ...dangerous], scoreCase(understood)).map((filled) =>
    presentScore(filled, bundle, language),
  );
}

function scoreCase({ patient, findings, labs }: Understood): ScoreCase {
  const { age, sex } = patient;
  return {
    patient: {
      ...(age === null ? {} : { ageYears: age.value * YEARS_PER_UNIT[age.unit] }),
      ...(sex === 'unknown' ? {} : { sex }),
    },
    findings: findings.filter(({ assertion = 'current' }) => assertion === 'current'),
    labs,
  };
}
