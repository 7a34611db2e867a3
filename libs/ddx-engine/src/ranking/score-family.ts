import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type FamilyCase } from '../evidence/coded-case';
import { unlinkedRows } from '../evidence/family-rows';
import { type EngineParameters } from '../model/parameters';
import { sumOf } from '../numeric/sum';
import { logRatioColumn } from './log-ratio-column';
import { scoreRelatives } from './score-relatives';

/** What one family of findings adds to the score of every disease. */
export interface FamilyScore {
  /** For every disease that knows nothing about the family. */
  readonly unlinked: number;
  /** Diseases that know something about it, and what it adds for each. */
  readonly diseases: Int32Array;
  readonly added: Float64Array;
}

/** Costs grow with the links touched: diseases that know nothing of the family share one sum. */
export function scoreFamily(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
): FamilyScore {
  const unlinked = sumOf(unlinkedRows(compiled, parameters, family), (row) => row.contribution);
  return {
    unlinked,
    ...(scoreLoneFinding(compiled, parameters, family) ?? scoreRelatives(compiled, parameters, family)),
  };
}

/** The common case: one observation of a finding without relatives, so that each link is one number. */
function scoreLoneFinding(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  { present, absent, states }: FamilyCase,
): Pick<FamilyScore, 'diseases' | 'added'> | undefined {
  const [observation, ...more] = [...present, ...absent, ...states];
  if (observation === undefined || more.length > 0) return undefined;
  const finding = compiled.findings[observation.finding];
  if (finding === undefined || finding.line.length > 1) return undefined;

  const added = logRatioColumn(compiled, parameters, observation);
  for (let at = 0; at < added.length; at += 1) added[at] = (added[at] ?? 0) / parameters.T;
  return { diseases: finding.model.diseases, added };
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
