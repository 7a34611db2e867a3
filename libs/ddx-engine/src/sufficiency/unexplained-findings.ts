import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedObservation, type FamilyCase } from '../evidence/coded-case';
import { familyRows } from '../evidence/family-rows';
import { type UnexplainedFinding } from '../model/answer';
import { leaders, type ScoredCase } from '../ranking/scored-case';

/** Share of the probability among diseases that makes the leading ones. */
const LEADING_SHARE = 0.8;

const FEW = 16;

/**
 * Findings that demand an explanation and get none from the leading diseases: for every disease of the smallest set
 * that holds 80 % of the probability among diseases, nothing the finding says speaks for it.
 */
export function unexplainedFindings(compiled: CompiledKnowledge, scored: ScoredCase): UnexplainedFinding[] {
  const leading = leadingDiseases(compiled, scored);
  const params = {
    share: LEADING_SHARE,
    diseaseIds: leading.map((disease) => compiled.diseases[disease]?.id ?? ''),
  };
  return [...scored.coded.families.values()]
    .flatMap((family) => unexplainedOf(compiled, scored, family, leading))
    .sort((a, b) => a - b)
    .map((finding) => ({
      findingId: compiled.findings[finding]?.id ?? '',
      reason: { code: 'explained-by-no-leading-disease', params },
    }));
}

/** The fewest diseases that together hold the leading share; Other left out. Few as a rule, so few are looked at first. */
function leadingDiseases(compiled: CompiledKnowledge, scored: ScoredCase, looked = FEW): number[] {
  const { diseases, other } = scored.probabilities;
  const wanted = LEADING_SHARE * (1 - other);
  const likeliest = leaders(compiled, scored, looked);
  let held = 0;
  for (const [at, disease] of likeliest.entries()) {
    if (held >= wanted) return likeliest.slice(0, at);
    held += diseases[disease] ?? 0;
  }
  const isAll = likeliest.length < looked;
  return held >= wanted || isAll ? likeliest : leadingDiseases(compiled, scored, 4 * looked);
}

function unexplainedOf(
  compiled: CompiledKnowledge,
  { parameters }: ScoredCase,
  family: FamilyCase,
  leading: readonly number[],
): number[] {
  let open: readonly CodedObservation[] = family.demanding;
  for (const disease of leading) {
    if (open.length === 0) break;
    const supporting = familyRows(compiled, parameters, family, disease).filter(
      (row) => row.logLikelihoodRatio > 0,
    );
    open = open.filter(
      ({ finding }) => !supporting.some((row) => row.origins.some((one) => says(compiled, one, finding))),
    );
  }
  return open.map(({ finding }) => finding);
}

/** A more specific finding says all that the general one does: what explains it explains both. */
function says(compiled: CompiledKnowledge, observed: number, finding: number): boolean {
  return observed === finding || (compiled.taxonomy.ancestors[observed] ?? []).includes(finding);
}
