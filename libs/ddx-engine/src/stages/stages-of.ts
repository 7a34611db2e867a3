import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { caseRejection, saysSomething } from '../evidence/case-rejection';
import { codeCase } from '../evidence/code-case';
import { type EngineCase } from '../model/case';
import { type FindingStage } from '../model/knowledge';
import { type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { type CaseStage, type StageGroup, type StageOptions } from '../model/stages';
import { compareIds } from '../numeric/order';
import { checkParameters } from '../ranking/check-parameters';
import { rankScored } from '../ranking/rank';
import { scoreCase } from '../ranking/scored-case';
import { sufficiencyOf } from '../sufficiency/sufficiency';

/** The order in which a work-up reveals findings. */
const WORK_UP: readonly FindingStage[] = ['history', 'examination', 'laboratory', 'imaging'];

const DEFAULT_TOP = 10;

/**
 * The case replayed step by step, with the list as it stands after each step. Without `groups` the steps are history,
 * examination, laboratory and imaging by the findings' own stage, and steps that reveal nothing are left out. With
 * `groups` every one is a step, in the order given; a finding named twice is revealed the first time, one that was
 * not observed is ignored, and what no group names is known from the first step on.
 *
 * @returns the steps, the last of which knows the whole case; or why the case cannot be scored
 * @throws RangeError where a parameter lies outside its range
 */
export function stagesOf(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  groups?: readonly StageGroup[],
  options: StageOptions = {},
): EngineOutcome<readonly CaseStage[]> {
  checkParameters(parameters);
  const rejection = caseRejection(compiled, engineCase) ?? checkGroups(compiled, groups ?? []);
  if (rejection !== null) return { ok: false, rejection };
  const observed = observedIds(compiled, engineCase);
  const steps = groups === undefined ? workUp(compiled, observed) : inOrder(groups, observed);
  const known = new Set<string>();
  const stages = steps.map(({ name, findingIds }) => {
    findingIds.forEach((id) => known.add(id));
    const soFar = engineCase.observed.filter(({ findingId }) => known.has(findingId));
    return stageOf(compiled, parameters, { ...engineCase, observed: soFar }, { name, findingIds }, options);
  });
  return { ok: true, value: stages };
}

function checkGroups(
  compiled: CompiledKnowledge,
  groups: readonly StageGroup[],
): { code: 'unknown-finding'; findings: string[] } | null {
  const unknown = groups.flatMap((group) => group.findingIds).filter((id) => !compiled.findingIndex.has(id));
  return unknown.length > 0
    ? { code: 'unknown-finding', findings: [...new Set(unknown)].sort(compareIds) }
    : null;
}

function observedIds(compiled: CompiledKnowledge, { observed }: EngineCase): string[] {
  return observed
    .filter((one) => saysSomething(one) && compiled.findingIndex.has(one.findingId))
    .map(({ findingId }) => findingId)
    .sort(compareIds);
}

function workUp(compiled: CompiledKnowledge, observed: readonly string[]): StageGroup[] {
  const stageOfFinding = (id: string): FindingStage | undefined =>
    compiled.findings[compiled.findingIndex.get(id) ?? -1]?.stage;
  return WORK_UP.map((name) => ({
    name,
    findingIds: observed.filter((id) => stageOfFinding(id) === name),
  })).filter(({ findingIds }) => findingIds.length > 0);
}

function inOrder(groups: readonly StageGroup[], observed: readonly string[]): StageGroup[] {
  const named = new Set(groups.flatMap(({ findingIds }) => findingIds));
  const waiting = new Set(observed);
  return groups.map(({ name, findingIds }, place) => {
    const unnamed = place === 0 ? observed.filter((id) => !named.has(id)) : [];
    const revealed = [...findingIds, ...unnamed].filter((id) => waiting.delete(id));
    return { name, findingIds: revealed.sort(compareIds) };
  });
}

function stageOf(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  soFar: EngineCase,
  { name, findingIds }: StageGroup,
  { caseMix = 'teaching', topN = DEFAULT_TOP }: StageOptions,
): CaseStage {
  const scored = scoreCase(compiled, parameters, caseMix, codeCase(compiled, soFar));
  return {
    name,
    revealed: findingIds,
    sufficiency: sufficiencyOf(compiled, scored),
    ...rankScored(compiled, scored, topN),
  };
}
