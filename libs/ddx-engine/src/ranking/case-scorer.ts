import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { caseRejection } from '../evidence/case-rejection';
import { codeCase } from '../evidence/code-case';
import { type EngineCase } from '../model/case';
import { type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { checkParameters } from './check-parameters';
import { planFamily } from './family-plan';
import { addFamilies, priorsOf } from './scored-case';
import { roomOf, scoreFamily } from './score-family';

/**
 * Natural log odds of each disease against Other under some parameters, in the order of `compiled.diseases`;
 * -Infinity for one that is impossible in this patient.
 *
 * @throws RangeError where a parameter lies outside its range
 */
export type CaseScorer = (parameters: EngineParameters) => Float64Array;

/**
 * Prepares a case for being scored many times, as when the parameters are fitted: what does not depend on them (the
 * coded facts, the priors of this patient, what the rules of is-a make of each pattern of links) is worked out once. The
 * scores are those of `rank` for teaching cases.
 */
export function caseScorer(compiled: CompiledKnowledge, engineCase: EngineCase): EngineOutcome<CaseScorer> {
  const rejection = caseRejection(compiled, engineCase);
  if (rejection !== null) return { ok: false, rejection };
  const coded = codeCase(compiled, engineCase);
  const families = [...coded.families.values()]
    .sort((a, b) => a.family - b.family)
    .map((family) => planFamily(compiled, family))
    .map((plan) => ({ plan, room: roomOf(plan) }));
  const logPriors = priorsOf(compiled, { alpha: 1, piOther: 1 }, 'consecutive', coded);
  return {
    ok: true,
    value: (parameters) => {
      checkParameters(parameters);
      const { alpha, piOther } = parameters;
      const logOther = Math.log(piOther);
      const scores = new Float64Array(logPriors.length);
      for (let disease = 0; disease < scores.length; disease += 1) {
        scores[disease] = alpha * ((logPriors[disease] ?? -Infinity) - logOther);
      }
      addFamilies(
        scores,
        families.map(({ plan, room }) => scoreFamily(plan, parameters, room)),
      );
      return scores;
    },
  };
}
