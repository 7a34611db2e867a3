import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedCase } from '../evidence/coded-case';
import { knownOutcome } from '../evidence/known-outcome';
import { type RedFlagCondition } from '../model/knowledge';
import { compareIds } from '../numeric/order';
import { withinAges } from '../ranking/restrictions';

/** True, false, or null where too little is known to say (Kleene's three-valued logic). */
type Truth = boolean | null;

/** The red flags that fire for this patient, by index of the disease they raise; ids sorted. */
export function firedRedFlags(compiled: CompiledKnowledge, coded: CodedCase): Map<number, string[]> {
  const fired = new Map<number, string[]>();
  for (const flag of compiled.source.redFlags) {
    if (truthOf(compiled, coded, flag.when) !== true) continue;
    for (const id of flag.raises) {
      const disease = compiled.diseaseIndex.get(id);
      if (disease !== undefined)
        fired.set(disease, [...(fired.get(disease) ?? []), flag.id].sort(compareIds));
    }
  }
  return fired;
}

/** What was not asked makes a condition neither true nor false: absent by omission would be a lie. */
export function truthOf(compiled: CompiledKnowledge, coded: CodedCase, condition: RedFlagCondition): Truth {
  if ('all' in condition) return allOf(condition.all.map((part) => truthOf(compiled, coded, part)));
  if ('any' in condition) return anyOf(condition.any.map((part) => truthOf(compiled, coded, part)));
  if ('not' in condition) return negate(truthOf(compiled, coded, condition.not));
  if ('finding' in condition) {
    const outcomes = 'states' in condition ? condition.states : [condition.presence];
    return isObservedAs(compiled, coded, condition.finding, outcomes);
  }
  const { ageYears, sex, pregnant } = coded.patient;
  if ('ageYears' in condition) return ageYears === null ? null : withinAges(condition.ageYears, ageYears);
  if ('sex' in condition) return sex === 'unknown' ? null : sex === condition.sex;
  if (sex === 'male') return !condition.pregnant;
  return pregnant === undefined || pregnant === null ? null : pregnant === condition.pregnant;
}

function isObservedAs(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  findingId: string,
  outcomes: readonly string[],
): Truth {
  const index = compiled.findingIndex.get(findingId) ?? -1;
  const outcome = knownOutcome(compiled, coded, index);
  return outcome === undefined ? null : outcomes.includes(compiled.findings[index]?.outcomes[outcome] ?? '');
}

function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(null) ? null : false;
}

function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
