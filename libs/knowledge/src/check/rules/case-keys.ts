import { factsOfStages, observedFacts } from '../../cases/observed-facts';
import { settingBasis } from '../../bundle/engine-knowledge';
import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type TeachingCase } from '../../schema/teaching-case';
import { type CheckContext, type Rule } from '../check-context';
import { type EngineAccess } from '../engine-access';

const PLACES = 3;

/** With all that is coded in it a teaching case has its key, or a diagnosis as good, among the first three. */
export const caseKeys: Rule = {
  id: 'case-keys',
  kind: 'regression',
  check: (context) => {
    const { engine } = context;
    if (!engine) return [];
    return context.folder.teachingCases.flatMap((entry) => keyProblems(context, engine, entry));
  },
};

function keyProblems(context: CheckContext, engine: EngineAccess, entry: Located<TeachingCase>): Problem[] {
  const { key, patient, setting } = entry.value;
  const right = [key.diagnosis, ...key.acceptable];
  if (!context.diseases.has(key.diagnosis)) return [];
  const trial = {
    patient: { ageYears: patient.ageYears, sex: patient.sex, pregnant: patient.pregnant ?? null },
    observed: observedFacts(factsOfStages(entry.value), context.vocabulary),
  };
  const report = (message: string) => [problemAt(entry, 'case-keys', 'error', message, ['key'])];
  return settingBasis(setting).settings.flatMap((basis) => {
    const outcome = engine.attempt(basis, trial, { topN: PLACES });
    if (!outcome.ok) return report(`the engine rejects it: ${JSON.stringify(outcome.rejection)}`);
    const leaders = outcome.value.differential.map(({ diseaseId }) => diseaseId);
    return leaders.some((id) => right.includes(id))
      ? []
      : report(`${key.diagnosis} ranks after ${leaders.join(', ')}`);
  });
}
