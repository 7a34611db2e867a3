import { type CodedCondition } from '../compile/compiled-red-flag';
import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedCase } from '../evidence/coded-case';
import { knownOutcome } from '../evidence/known-outcome';
import { compareIds } from '../numeric/order';
import { withinAges } from '../ranking/restrictions';

/** True, false, or null where too little is known to say (Kleene's three-valued logic). */
type Truth = boolean | null;

/** The red flags that fire for this patient, by index of the disease they raise; ids sorted. */
export function firedRedFlags(compiled: CompiledKnowledge, coded: CodedCase): Map<number, string[]> {
  const fired = new Map<number, string[]>();
  for (const { id, when, raises } of compiled.redFlags) {
    if (truthOf(compiled, coded, when) !== true) continue;
    for (const disease of raises) fired.set(disease, [...(fired.get(disease) ?? []), id].sort(compareIds));
  }
  return fired;
}

/** What was not asked makes a condition neither true nor false: absent by omission would be a lie. */
function truthOf(compiled: CompiledKnowledge, coded: CodedCase, condition: CodedCondition): Truth {
  const { ageYears, sex, pregnant } = coded.patient;
  switch (condition.kind) {
    case 'all':
      return strongest(compiled, coded, condition.parts, false);
    case 'any':
      return strongest(compiled, coded, condition.parts, true);
    case 'not': {
      const truth = truthOf(compiled, coded, condition.part);
      return truth === null ? null : !truth;
    }
    case 'finding': {
      const outcome = knownOutcome(compiled, coded, condition.finding);
      return outcome === undefined ? null : condition.outcomes.includes(outcome);
    }
    case 'age':
      return ageYears === null ? null : withinAges(condition.ageYears, ageYears);
    case 'sex':
      return sex === 'unknown' ? null : sex === condition.sex;
    case 'pregnant':
      if (sex === 'male') return !condition.pregnant;
      return pregnant === undefined || pregnant === null ? null : pregnant === condition.pregnant;
  }
}

/** One part that is `deciding` decides the whole; else what is not known leaves it open. */
function strongest(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  parts: readonly CodedCondition[],
  deciding: boolean,
): Truth {
  let isOpen = false;
  for (const part of parts) {
    const truth = truthOf(compiled, coded, part);
    if (truth === deciding) return deciding;
    if (truth === null) isOpen = true;
  }
  return isOpen ? null : !deciding;
}
