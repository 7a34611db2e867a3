import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type DiseaseProbability } from '../model/answer';
import { type EngineCase } from '../model/case';
import {
  type Counterfactual,
  type CounterfactualOptions,
  type CounterfactualResult,
  type ImaginedChange,
} from '../model/counterfactual';
import { type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { checkAndScore } from '../ranking/rank';
import { leaders, type ScoredCase } from '../ranking/scored-case';
import { imagine, type ImaginedObservation } from './imagined-observation';
import { smallestOvertaking } from './smallest-overtaking';

/**
 * The smallest change of the case that puts another disease first: of all ways to imagine one observed finding
 * otherwise (not asked, or in another state), or else two of them, the one that gives the new first disease the
 * largest lead. It shows what the diagnosis hangs on.
 *
 * @returns the change, null where one or two are not enough; or why the case cannot be scored
 * @throws RangeError where a parameter lies outside its range
 */
export function counterfactual(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  { caseMix = 'teaching' }: CounterfactualOptions = {},
): EngineOutcome<CounterfactualResult> {
  const outcome = checkAndScore(compiled, parameters, engineCase, caseMix);
  if (!outcome.ok) return outcome;
  const scored = outcome.value;
  const [first] = leaders(compiled, scored, 1);
  if (first === undefined) return { ok: true, value: { caseMix, first: null, counterfactual: null } };
  const found = smallestOvertaking(compiled, scored, first);
  return {
    ok: true,
    value: {
      caseMix,
      first: probabilityOf(compiled, scored, first),
      counterfactual: found === undefined ? null : shown(compiled, scored, first, found),
    },
  };
}

function shown(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  formerFirst: number,
  { changes, first, lead }: { changes: readonly ImaginedObservation[]; first: number; lead: number },
): Counterfactual {
  const after = imagine(compiled, scored, changes);
  return {
    changes: changes.map((change) => shownChange(compiled, scored, change)),
    first: probabilityOf(compiled, after, first),
    lead,
    formerFirst: probabilityOf(compiled, after, formerFirst),
  };
}

function shownChange(
  compiled: CompiledKnowledge,
  { coded }: ScoredCase,
  { finding, outcome }: ImaginedObservation,
): ImaginedChange {
  const { id, outcomes } = compiled.findings[finding] ?? { id: '', outcomes: [] };
  return {
    findingId: id,
    observed: outcomes[coded.observations.get(finding)?.outcome ?? -1] ?? '',
    imagined: outcomes[outcome] ?? 'unknown',
  };
}

function probabilityOf(compiled: CompiledKnowledge, scored: ScoredCase, disease: number): DiseaseProbability {
  return {
    diseaseId: compiled.diseases[disease]?.id ?? '',
    probability: scored.probabilities.diseases[disease] ?? 0,
  };
}
