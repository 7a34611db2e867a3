import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EngineCase } from '../model/case';
import { type CaseMix, type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { checkAndScore } from './rank';

/**
 * The scores alone, without list and evidence: natural log odds of each disease against Other, in the order of
 * `compiled.diseases`; -Infinity for one that is impossible in this patient. For fitting the parameters, where the
 * same cases are scored many times.
 *
 * @throws RangeError where a parameter lies outside its range
 */
export function diseaseScores(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  caseMix: CaseMix = 'teaching',
): EngineOutcome<Float64Array> {
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  return scored.ok ? { ok: true, value: scored.value.scores } : scored;
}
