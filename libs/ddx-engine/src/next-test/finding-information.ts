import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { knownOutcome } from '../evidence/known-outcome';
import { type NextQuestion } from '../model/answer';
import { type EngineCase } from '../model/case';
import { type CaseMix, type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { checkAndScore } from '../ranking/rank';
import { type ScoredCase } from '../ranking/scored-case';

import { forecast, type PossibleOutcome } from './forecast';
import { type Information, informationOf } from './information';

/**
 * The information in bits that asking for one finding would bring, with what each outcome would do to the list: the
 * mutual information `sum_o sum_k p_k P(o|k) log2(P(o|k) / P(o))` of outcome and diagnosis, Other included (Shannon
 * 1948).
 *
 * @returns null for a finding that is not offered: observed already, fixed by is-a, or not in the knowledge
 * @throws RangeError where a parameter lies outside its range
 */
export function informationGain(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  findingId: string,
  { caseMix = 'teaching' }: { readonly caseMix?: CaseMix } = {},
): EngineOutcome<NextQuestion | null> {
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  return scored.ok ? { ok: true, value: questionAbout(compiled, scored.value, findingId) } : scored;
}

/** `informationGain` for a case that is scored already. */
export function questionAbout(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  findingId: string,
): NextQuestion | null {
  const index = compiled.findingIndex.get(findingId) ?? -1;
  const finding = compiled.findings[index];
  if (finding === undefined || knownOutcome(compiled, scored.coded, index) !== undefined) return null;
  return questionOf(compiled, scored, index, informationOf(finding.model, scored.probabilities));
}

/** A question with its information in bits and what each outcome would do to the list, by a full re-score. */
export function questionOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  index: number,
  information: Information,
): NextQuestion {
  return {
    findingId: compiled.findings[index]?.id ?? '',
    expectedInformationGain: information.bits,
    outcomes: outcomesOfFinding(compiled, index, information).map(
      (possible) => forecast(compiled, scored, possible).shown,
    ),
  };
}

/** Each outcome of a finding, as it may come. */
export function outcomesOfFinding(
  compiled: CompiledKnowledge,
  index: number,
  { chances }: Information,
): PossibleOutcome[] {
  return (compiled.findings[index]?.outcomes ?? []).map((outcome, at) => ({
    outcome,
    probability: chances[at] ?? 0,
    observations: [{ finding: index, outcome: at, certainty: 1 }],
  }));
}
