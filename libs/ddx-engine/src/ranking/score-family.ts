import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type FamilyCase } from '../evidence/coded-case';
import { familyRows, linkedLogRatio, unlinkedRows } from '../evidence/family-rows';
import { type EngineParameters } from '../model/parameters';
import { sumOf } from '../numeric/sum';

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

type Touched = Pick<FamilyScore, 'diseases' | 'added'>;

/** The common case: one observation of a finding without relatives, so that each link is one number. */
function scoreLoneFinding(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  { present, absent, states }: FamilyCase,
): Touched | undefined {
  const [observation, ...more] = [...present, ...absent, ...states];
  if (observation === undefined || more.length > 0) return undefined;
  const finding = compiled.findings[observation.finding];
  if (finding === undefined || finding.line.length > 1) return undefined;

  const added = new Float64Array(finding.links.length);
  for (let at = 0; at < added.length; at += 1) {
    added[at] = linkedLogRatio(compiled, parameters, finding.links[at] ?? -1, observation) / parameters.T;
  }
  return { diseases: finding.model.diseases, added };
}

function scoreRelatives(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
): Touched {
  const diseases = Int32Array.from(diseasesTouched(compiled, family)).sort();
  const added = Float64Array.from(diseases, (disease) =>
    sumOf(familyRows(compiled, parameters, family, disease), (row) => row.contribution),
  );
  return { diseases, added };
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
