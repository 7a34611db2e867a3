import { type EngineRedFlag, type RedFlagCondition } from '../model/knowledge';
import { type CompiledFinding } from './compiled-knowledge';
import { type CodedCondition, type CompiledRedFlag } from './compiled-red-flag';

interface Known {
  readonly findings: readonly Pick<CompiledFinding, 'outcomes'>[];
  readonly findingIndex: ReadonlyMap<string, number>;
  readonly diseaseIndex: ReadonlyMap<string, number>;
}

/** Codes one red flag. It must have passed the check. */
export function compileRedFlag({ id, when, raises }: EngineRedFlag, known: Known): CompiledRedFlag {
  return {
    id,
    when: codeCondition(when, known),
    raises: raises.flatMap((disease) => known.diseaseIndex.get(disease) ?? []),
  };
}

function codeCondition(condition: RedFlagCondition, known: Known): CodedCondition {
  const partsOf = (parts: readonly RedFlagCondition[]): CodedCondition[] =>
    parts.map((part) => codeCondition(part, known));
  if ('all' in condition) return { kind: 'all', parts: partsOf(condition.all) };
  if ('any' in condition) return { kind: 'any', parts: partsOf(condition.any) };
  if ('not' in condition) return { kind: 'not', part: codeCondition(condition.not, known) };
  if ('ageYears' in condition) return { kind: 'age', ageYears: condition.ageYears };
  if ('sex' in condition) return { kind: 'sex', sex: condition.sex };
  if ('pregnant' in condition) return { kind: 'pregnant', pregnant: condition.pregnant };
  const finding = known.findingIndex.get(condition.finding) ?? -1;
  const named = 'states' in condition ? condition.states : [condition.presence];
  const outcomes = named.map((outcome) => known.findings[finding]?.outcomes.indexOf(outcome) ?? -1);
  return { kind: 'finding', finding, outcomes };
}
