import { ABSENT, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { type CodedCase, type CodedObservation } from '../evidence/coded-case';
import { rescoreCase, type ScoredCase } from '../ranking/scored-case';

/** Stands for the outcome of a finding that is imagined not to have been asked. */
const UNKNOWN = -1;

/** An observed finding with another outcome than it has, or `UNKNOWN`; as certain as it was observed. */
export type ImaginedObservation = CodedObservation;

/** Every way in which one observation could be otherwise, in the order of ids, states and then unknown. */
export function imaginable(compiled: CompiledKnowledge, { observations }: CodedCase): ImaginedObservation[] {
  return [...observations.values()]
    .sort((a, b) => a.finding - b.finding)
    .flatMap((observed) => {
      const outcomes = (compiled.findings[observed.finding]?.outcomes ?? []).map((_, outcome) => outcome);
      return [...outcomes, UNKNOWN]
        .filter((outcome) => outcome !== observed.outcome)
        .map((outcome) => ({ ...observed, outcome }));
    });
}

/** The case scored with these observations in place of what was observed. */
export function imagine(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  changes: readonly ImaginedObservation[],
): ScoredCase {
  return rescoreCase(
    compiled,
    scored,
    changes.filter(({ outcome }) => outcome !== UNKNOWN),
    changes.filter(({ outcome }) => outcome === UNKNOWN).map(({ finding }) => finding),
  );
}

/** Whether the case, which is free of contradictions, would contradict itself after the changes. */
export function contradictsItself(
  { taxonomy, findings }: CompiledKnowledge,
  { observations }: CodedCase,
  changes: readonly ImaginedObservation[],
): boolean {
  const changed = new Map(changes.map(({ finding, outcome }) => [finding, outcome]));
  const outcomeOf = (finding: number): number | undefined =>
    changed.get(finding) ?? observations.get(finding)?.outcome;
  const denies = (finding: number): boolean =>
    outcomeOf(finding) === ABSENT && (findings[finding]?.binary ?? false) && implies(finding);
  const implies = (finding: number): boolean => findings[finding]?.impliesAbsence ?? true;
  return changes.some(({ finding, outcome }) => {
    if (outcome === PRESENT) return (taxonomy.ancestors[finding] ?? []).some(denies);
    if (!denies(finding)) return false;
    return (taxonomy.descendants[finding] ?? []).some((below) => outcomeOf(below) === PRESENT);
  });
}
