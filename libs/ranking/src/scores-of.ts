import { ageInYears, CodedScore, type CodedAnswer, type CodedCase } from '@openrounds/contracts';
import { scoresForCase, type KnowledgeBundle, type ScoreCase } from '@openrounds/knowledge';

/** So many of the leading diseases bring their scores along. */
const LEADING = 5;

export type ScoredCase = Pick<CodedCase, 'patient' | 'findings' | 'labs'>;

/**
 * The scores of the leading diseases and of those not to be missed, as far as the case answers them: in codes and
 * numbers, to be kept with the list, so that the explanation log replays them as they were shown.
 */
export function scoresOf(
  { differential, mustNotMiss }: Pick<CodedAnswer, 'differential' | 'mustNotMiss'>,
  theCase: ScoredCase,
  bundle: KnowledgeBundle,
): CodedScore[] {
  const leading = differential.slice(0, LEADING).map(({ diseaseId }) => diseaseId);
  const dangerous = mustNotMiss
    .filter(({ excludedBy }) => excludedBy === undefined)
    .map(({ diseaseId }) => diseaseId);
  return scoresForCase(bundle, [...leading, ...dangerous], scoreCase(theCase)).map(
    ({ score, values, result }) => CodedScore.parse({ scoreId: score.id, inputs: values, result }),
  );
}

function scoreCase({ patient, findings, labs }: ScoredCase): ScoreCase {
  const { age, sex } = patient;
  return {
    patient: {
      ...(age === null ? {} : { ageYears: ageInYears(age) }),
      ...(sex === 'unknown' ? {} : { sex }),
    },
    findings: findings.filter(({ assertion = 'current' }) => assertion === 'current'),
    labs,
  };
}
