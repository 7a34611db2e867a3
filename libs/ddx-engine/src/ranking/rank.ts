import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { caseRejection } from '../evidence/case-rejection';
import { codeCase } from '../evidence/code-case';
import { evidenceRow, rowsInOrder } from '../evidence/evidence-row';
import { type EngineCase } from '../model/case';
import { type CaseMix, type EngineParameters } from '../model/parameters';
import {
  type ExcludedDisease,
  type RankedDisease,
  type RankOptions,
  type RankResult,
} from '../model/ranking';
import { type EngineOutcome } from '../model/rejection';
import { sumOf } from '../numeric/sum';
import { checkParameters } from './check-parameters';
import { exclusionOf } from './restrictions';
import { leaders, scoreCase, type ScoredCase } from './scored-case';

/**
 * Ranks the diseases of one setting for a case by Bayes' theorem in odds form, in logarithms:
 * `s = alpha ln(prior / piOther) + sum of w * l / T`, then the soft-max over all diseases and Other. `alpha` is 1 for
 * the case mix `consecutive`. The same input gives the same bytes, whatever the order of `observed`.
 *
 * @throws RangeError where a parameter lies outside its range
 */
export function rank(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  { caseMix = 'teaching', topN = compiled.diseases.length }: RankOptions = {},
): EngineOutcome<RankResult> {
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  return scored.ok ? { ok: true, value: rankScored(compiled, scored.value, topN) } : scored;
}

/** Checks parameters and case, then scores every disease. */
export function checkAndScore(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  caseMix: CaseMix,
): EngineOutcome<ScoredCase> {
  checkParameters(parameters);
  const rejection = caseRejection(compiled, engineCase);
  if (rejection !== null) return { ok: false, rejection };
  return { ok: true, value: scoreCase(compiled, parameters, caseMix, codeCase(compiled, engineCase)) };
}

/** The list of a scored case, the evidence worked out for the diseases listed only. */
export function rankScored(compiled: CompiledKnowledge, scored: ScoredCase, topN: number): RankResult {
  const listed = leaders(compiled, scored, topN);
  const shown = new Set(listed);
  const excluded = excludedDiseases(compiled, scored);
  const { diseases, other } = scored.probabilities;
  return {
    caseMix: scored.caseMix,
    differential: listed.map((disease, place) => rankedDisease(compiled, scored, disease, place + 1)),
    remainder: {
      probability: sumOf(diseases.keys(), (disease) => (shown.has(disease) ? 0 : (diseases[disease] ?? 0))),
      count: compiled.diseases.length - excluded.length - listed.length,
    },
    other: { probability: other },
    excluded,
  };
}

function rankedDisease(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  index: number,
  place: number,
): RankedDisease {
  const disease = compiled.diseases[index];
  const evidence = rowsInOrder(compiled, scored, index);
  const priorContribution = scored.priorContributions[index] ?? -Infinity;
  return {
    rank: place,
    diseaseId: disease?.id ?? '',
    probability: scored.probabilities.diseases[index] ?? 0,
    mustNotMiss: disease?.definition.mustNotMiss !== undefined,
    score: evidence.reduce((sum, row) => sum + row.contribution, priorContribution),
    priorContribution,
    evidence: evidence.map((row) => evidenceRow(compiled, row)),
  };
}

function excludedDiseases(compiled: CompiledKnowledge, { coded }: ScoredCase): ExcludedDisease[] {
  return compiled.restricted.flatMap((index) => {
    const disease = compiled.diseases[index];
    const reason = disease && exclusionOf(disease.definition, coded.patient);
    return disease && reason ? [{ diseaseId: disease.id, reason }] : [];
  });
}
