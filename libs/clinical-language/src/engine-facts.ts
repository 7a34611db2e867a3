import { type CaseInput, type EngineFacts } from '@openrounds/contracts';
import { gatherFacts } from './case/gather-facts';
import { dropIsAContradictions, mergeFacts, stagesOfCase } from './case/merge-facts';
import { type TextOfCase } from './case/text-of-case';
import { enginePatient, mergePatient } from './conclude/patient';
import { type EngineReadyCase } from './model/understanding';
import { type Terminology } from './vocabulary/terminology';

/** What of an understood case travels to the engine: codes only. */
export const engineFacts = (
  { patient, observed, stages }: Pick<EngineReadyCase, 'patient' | 'observed' | 'stages'>,
  setting: CaseInput['setting'],
): EngineFacts => ({
  patient,
  setting: setting ?? null,
  observed: observed.map((each) => ({ ...each })),
  ...(stages.length === 0 ? {} : { stages: stages.map(({ findingIds }) => [...findingIds]) }),
});

const UNSAID = { tokens: new Set<number>(), amounts: [] };

/**
 * The facts of a case that has codes and no text, as `toEngineCase` finds them, without the dictionaries that reading a text
 * needs.
 *
 * @throws Error for a case with a text: it would be passed over
 */
export function factsOfCodes(input: CaseInput, vocabulary: Terminology): EngineFacts {
  const told = [input.narrative, ...(input.stages ?? []).map(({ narrative }) => narrative)];
  if (told.some((text) => text !== undefined)) throw new Error('the case has a text, which is not read here');
  const { patient } = mergePatient(input.patient, UNSAID);
  const text: TextOfCase = {
    findings: [],
    labs: [],
    measurements: [],
    patient,
    unmatched: [],
    setAside: [],
    warnings: [],
  };
  const person = enginePatient(patient);
  const gathered = gatherFacts(input, text, person, vocabulary);
  const facts = dropIsAContradictions(mergeFacts(gathered.facts, []), vocabulary, []);
  const observed = facts.map((fact) => fact.observed);
  return engineFacts({ patient: person, observed, stages: stagesOfCase(input, facts) }, input.setting);
}
