import { unexplainedLogRatio } from '../evidence/family-rows';
import { type EngineParameters } from '../model/parameters';
import { type FamilyPlan, type RelativesPlan } from './family-plan';
import { scoreRelatives } from './score-relatives';
import { type RowParameters, sumOfRows } from './sum-of-rows';
import { roomFor, type TouchedDiseases } from './touched-diseases';

/** What one family of findings adds to the score of every disease. */
export interface FamilyScore {
  /** For every disease that knows nothing about the family. */
  readonly unlinked: number;
  /** For each disease that knows something about it `scale` times its log likelihood ratio. */
  readonly touched: TouchedDiseases;
  readonly scale: number;
}

const NO_LINKS = new Int32Array();

/**
 * Costs grow with the links touched: diseases that know nothing of the family share one sum.
 *
 * @param room is written over where the numbers have to be worked out; its own for each family
 */
export function scoreFamily(
  plan: FamilyPlan,
  parameters: EngineParameters,
  room = roomOf(plan),
): FamilyScore {
  const { T, nu } = parameters;
  if (plan.kind === 'lone') {
    const unlinked = plan.demanded === 0.5 ? 0 : unexplainedLogRatio(plan.demanded, parameters) / T;
    return { unlinked, touched: room, scale: (plan.weakened ? nu : 1) / T };
  }
  const rowParameters = rowParametersOf(plan, parameters);
  scoreRelatives(plan, rowParameters, room);
  const unlinked = sumOfRows(plan.none.meaning, NO_LINKS, rowParameters) / T;
  return { unlinked, touched: room, scale: 1 / T };
}

function rowParametersOf({ demanded }: RelativesPlan, parameters: EngineParameters): RowParameters {
  const unexplained = new Float64Array(demanded.length);
  for (let at = 0; at < demanded.length; at += 1) {
    unexplained[at] = unexplainedLogRatio(demanded[at] ?? NaN, parameters);
  }
  return { nu: parameters.nu, rho: parameters.rho, unexplained };
}

/** Room for the numbers of a family; those of a lone finding stand in the knowledge already. */
export function roomOf(plan: FamilyPlan): TouchedDiseases {
  if (plan.kind === 'relatives') return roomFor(plan.linkCount);
  const { diseases, logRatios } = plan;
  return { diseases, logRatios, count: diseases.length };
}
