import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedObservation, type FamilyCase } from '../evidence/coded-case';
import { unexplainedLogRatio, unlinkedRows } from '../evidence/family-rows';
import { type EngineParameters } from '../model/parameters';
import { sumOf } from '../numeric/sum';
import { logRatioColumn } from './log-ratio-column';
import { scoreRelatives } from './score-relatives';

/** What one family of findings adds to the score of every disease. */
export interface FamilyScore {
  /** For every disease that knows nothing about the family. */
  readonly unlinked: number;
  /** Diseases that know something about it; for each it adds `scale` times its log likelihood ratio, all rows weighed. */
  readonly diseases: Int32Array;
  readonly logRatios: Float64Array;
  readonly scale: number;
}

/** Costs grow with the links touched: diseases that know nothing of the family share one sum. */
export function scoreFamily(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
): FamilyScore {
  if (family.lone !== undefined) return scoreLone(compiled, parameters, family, family.lone);
  return {
    unlinked: sumOf(unlinkedRows(compiled, parameters, family), (row) => row.contribution),
    ...scoreRelatives(compiled, parameters, family),
    scale: 1 / parameters.T,
  };
}

/** The common case: one observation of a finding without relatives, so that each link is one number. */
function scoreLone(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  { demanding }: FamilyCase,
  observation: CodedObservation,
): FamilyScore {
  const { T } = parameters;
  const { logRatios, weight } = logRatioColumn(compiled, parameters, observation);
  return {
    unlinked: demanding.length > 0 ? unexplainedLogRatio(observation.certainty, parameters) / T : 0,
    diseases: compiled.findings[observation.finding]?.model.diseases ?? new Int32Array(),
    logRatios,
    scale: weight / T,
  };
}

/** The diseases that link anything on the is-a line of anything observed in the family. */
export function diseasesTouched(compiled: CompiledKnowledge, family: FamilyCase): Set<number> {
  const touched = new Set<number>();
  for (const observation of [...family.present, ...family.absent, ...family.states]) {
    for (const relative of compiled.findings[observation.finding]?.line ?? []) {
      for (const disease of compiled.findings[relative]?.model.diseases ?? []) touched.add(disease);
    }
  }
  return touched;
}
