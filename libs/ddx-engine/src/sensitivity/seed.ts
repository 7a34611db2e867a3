import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedCase } from '../evidence/coded-case';
import { hashText } from '../numeric/random';

/**
 * The seed of a case's draws: a hash of the patient, what was observed and `seedText` (setting and versions). The
 * same case gives the same draws whatever it is called and whenever it is asked.
 */
export function seedOf(
  compiled: CompiledKnowledge,
  { patient, observations }: CodedCase,
  seedText: string,
): number {
  const observed = [...observations.values()]
    .sort((a, b) => a.finding - b.finding)
    .map(({ finding, outcome, certainty }) => {
      const { id, outcomes } = compiled.findings[finding] ?? { id: '', outcomes: [] };
      return [id, outcomes[outcome], certainty];
    });
  const { ageYears, sex, pregnant = null } = patient;
  return hashText(JSON.stringify([ageYears, sex, pregnant, observed, seedText]));
}
