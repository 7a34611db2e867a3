import { type CaseBody, type EngineFacts } from '@openrounds/contracts';
import { factsOfStages, observedFacts, type CodedFacts } from '@openrounds/knowledge';
import { type CaseVocabulary } from '../ports/case-library';

type Stage = CaseBody['stages'][number];

/** What a stage says of each finding, and how sure that is. */
export const outcomesOf = ({ findings }: Stage): CodedFacts =>
  Object.fromEntries(
    Object.entries(findings).map(([id, fact]) => [
      id,
      typeof fact === 'string'
        ? { outcome: fact, certainty: 1 }
        : { outcome: fact.is, certainty: fact.certainty },
    ]),
  );

/** What is known after each stage, as the engine takes it: one entry a stage, each with all that was known before. */
export function factsByStage(
  { patient, setting, stages }: CaseBody,
  { findings }: Pick<CaseVocabulary, 'findings'>,
): EngineFacts[] {
  const coded = stages.map((stage) => ({ findings: outcomesOf(stage) }));
  return coded.map((_, last) => ({
    patient: { ageYears: patient.ageYears, sex: patient.sex, pregnant: patient.pregnant ?? null },
    setting,
    observed: observedFacts(factsOfStages({ stages: coded.slice(0, last + 1) }), findings),
  }));
}
