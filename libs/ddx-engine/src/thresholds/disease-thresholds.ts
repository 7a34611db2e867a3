import { type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { forecastIn } from '../compile/link-numbers';
import { knownOutcome } from '../evidence/known-outcome';
import { type DiseaseThresholds } from '../model/answer';
import { type TreatmentUtilities } from '../model/knowledge';
import { TIE } from '../numeric/bounds';
import { type ScoredCase } from '../ranking/scored-case';
import { decisionThresholds, treatmentThreshold } from './decision-thresholds';

/**
 * When to test for a disease and when to treat it in this patient, reckoned by the best single finding that a test
 * could still report. What a positive result means without the disease is taken from this patient's other diagnoses.
 *
 * @returns undefined where the knowledge base does not say what treating is worth
 */
export function diseaseThresholds(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  disease: number,
): DiseaseThresholds | undefined {
  const utilities = compiled.diseases[disease]?.definition.treatment;
  if (utilities === undefined || !(utilities.benefit > 0 && utilities.harm > 0)) return undefined;
  const atOnce = treatmentThreshold(utilities);
  let best: DiseaseThresholds = { test: atOnce, treat: atOnce, findingId: null };
  for (const finding of testedFindings(compiled, scored, disease)) {
    const candidate = thresholdsBy(compiled, scored, disease, finding, utilities);
    if (candidate.treat - candidate.test > best.treat - best.test + TIE) best = candidate;
  }
  return best;
}

/** Open binary findings that the disease links and that some test reports, in the order of ids. */
function testedFindings(compiled: CompiledKnowledge, scored: ScoredCase, disease: number): number[] {
  return [...(compiled.diseases[disease]?.linkOf.keys() ?? [])]
    .filter((index) => compiled.tested.has(index) && compiled.findings[index]?.binary === true)
    .filter((index) => knownOutcome(compiled, scored.coded, index) === undefined)
    .sort((a, b) => a - b);
}

function thresholdsBy(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  disease: number,
  finding: number,
  { benefit, harm, testRisk = 0 }: TreatmentUtilities,
): DiseaseThresholds {
  const sensitivity = forecastIn(compiled, disease, finding, PRESENT);
  const specificity = 1 - positiveWithout(compiled, scored, disease, finding);
  const { test, treat } = decisionThresholds({ sensitivity, specificity, benefit, harm, testRisk });
  return { test, treat, findingId: compiled.findings[finding]?.id ?? null };
}

/** P(finding present | not this disease), over the other diagnoses as likely as they are in this patient. */
function positiveWithout(
  compiled: CompiledKnowledge,
  { probabilities }: ScoredCase,
  disease: number,
  finding: number,
): number {
  const model = compiled.findings[finding]?.model;
  const elsewhere = model?.elsewhere[PRESENT] ?? 0;
  const diseases = model?.diseases ?? new Int32Array();
  const given = model?.given[PRESENT];
  const others = 1 - (probabilities.diseases[disease] ?? 0);
  let positive = others * elsewhere;
  for (let at = 0; at < diseases.length; at += 1) {
    const other = diseases[at] ?? -1;
    if (other === disease) continue;
    positive += (probabilities.diseases[other] ?? 0) * ((given?.[at] ?? 0) - elsewhere);
  }
  return others > 0 ? Math.min(1, Math.max(0, positive / others)) : elsewhere;
}
