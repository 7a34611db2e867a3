import { ABSENT, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { type CodedCase } from './coded-case';

const OPEN = -1;

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
  coded.workedOut.outcomes ??= knownOutcomes(compiled, coded);
  const outcome = coded.workedOut.outcomes[finding] ?? OPEN;
  return outcome === OPEN ? undefined : outcome;
}

/** The outcome of every finding, by index: one answer asks for most of them several times. What was observed comes before what is-a fixes, presence before absence. */
function knownOutcomes({ findings, taxonomy }: CompiledKnowledge, { observations }: CodedCase): Int16Array {
  const known = new Int16Array(findings.length).fill(OPEN);
  const spread = (relatives: readonly number[], outcome: number): void => {
    for (const relative of relatives) known[relative] = outcome;
  };
  for (const { finding, outcome } of observations.values()) {
    const implies = outcome === ABSENT && findings[finding]?.impliesAbsence === true;
    if (implies) spread(taxonomy.descendants[finding] ?? [], ABSENT);
  }
  for (const { finding, outcome } of observations.values()) {
    if (outcome === PRESENT) spread(taxonomy.ancestors[finding] ?? [], PRESENT);
  }
  for (const { finding, outcome } of observations.values()) known[finding] = outcome;
  return known;
}
