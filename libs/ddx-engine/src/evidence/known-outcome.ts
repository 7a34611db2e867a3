import { ABSENT, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { type CodedCase } from './coded-case';

/**
 * What the case says about a finding: the outcome observed, or the one that is-a fixes (something more specific is
 * present, or something more general is absent).
 *
 * @returns undefined for a finding that is open
 */
export function knownOutcome(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  finding: number,
): number | undefined {
  const observed = coded.observations.get(finding);
  if (observed !== undefined) return observed.outcome;
  const outcomeOf = (relative: number): number | undefined => coded.observations.get(relative)?.outcome;
  if (compiled.taxonomy.descendants[finding]?.some((below) => outcomeOf(below) === PRESENT)) return PRESENT;
  const denied = compiled.taxonomy.ancestors[finding]?.some(
    (above) => outcomeOf(above) === ABSENT && (compiled.findings[above]?.impliesAbsence ?? true),
  );
  return denied ? ABSENT : undefined;
}
