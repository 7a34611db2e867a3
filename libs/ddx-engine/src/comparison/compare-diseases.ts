import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { evidenceRow, rowsInOrder } from '../evidence/evidence-row';
import { type EngineCase } from '../model/case';
import { type ComparedEvidence, type CompareOptions, type DiseaseComparison } from '../model/comparison';
import { type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { sumOf } from '../numeric/sum';
import { checkAndScore } from '../ranking/rank';
import { type ScoredCase } from '../ranking/scored-case';
import { pairEvidence, type PairedRows } from './pair-evidence';
import { separatingFindings } from './separating-findings';

/** Evidence that changes the odds between the two by less than this factor is shared. */
const TELLING = Math.log(1.5);

/**
 * Two diseases head to head: what they share, what speaks for either against the other, and which open findings would
 * separate them. The differences are the computation: with that of the priors they sum to `s_a - s_b`, the natural log
 * odds between the two.
 *
 * @returns the comparison, or why the case cannot be scored
 * @throws RangeError where a parameter lies outside its range, or where the two are not different diseases of the
 *   knowledge base that are possible in this patient
 */
export function compareDiseases(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  diseaseIds: readonly [a: string, b: string],
  { caseMix = 'teaching' }: CompareOptions = {},
): EngineOutcome<DiseaseComparison> {
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  if (!scored.ok) return scored;
  const [a, b] = [
    possibleDisease(compiled, scored.value, diseaseIds[0]),
    possibleDisease(compiled, scored.value, diseaseIds[1]),
  ];
  if (a === b) throw new RangeError(`${diseaseIds[0]} cannot be compared with itself`);
  return { ok: true, value: compare(compiled, scored.value, a, b) };
}

function possibleDisease(compiled: CompiledKnowledge, scored: ScoredCase, id: string): number {
  const index = compiled.diseaseIndex.get(id);
  if (index === undefined) throw new RangeError(`${id} is not a disease of the knowledge base`);
  if (scored.priorContributions[index] === -Infinity)
    throw new RangeError(`${id} is impossible in this patient`);
  return index;
}

function compare(compiled: CompiledKnowledge, scored: ScoredCase, a: number, b: number): DiseaseComparison {
  const rowsOf = (disease: number): ReturnType<typeof rowsInOrder> => rowsInOrder(compiled, scored, disease);
  const evidence = pairEvidence(rowsOf(a), rowsOf(b)).map((pair) => comparedEvidence(compiled, pair));
  const priorDifference = (scored.priorContributions[a] ?? 0) - (scored.priorContributions[b] ?? 0);
  const telling = evidence.filter(({ difference }) => Math.abs(difference) >= TELLING);
  return {
    caseMix: scored.caseMix,
    diseaseIds: [compiled.diseases[a]?.id ?? '', compiled.diseases[b]?.id ?? ''],
    probabilities: [scored.probabilities.diseases[a] ?? 0, scored.probabilities.diseases[b] ?? 0],
    scoreDifference: priorDifference + sumOf(evidence, ({ difference }) => difference),
    priorDifference,
    shared: evidence.filter(({ difference }) => Math.abs(difference) < TELLING),
    forA: telling.filter(({ difference }) => difference > 0),
    forB: telling.filter(({ difference }) => difference < 0),
    separating: separatingFindings(compiled, scored, a, b),
  };
}

function comparedEvidence(compiled: CompiledKnowledge, pair: PairedRows): ComparedEvidence {
  return {
    from: pair.origins.map((origin) => compiled.findings[origin]?.id ?? ''),
    rowsA: pair.rowsA.map((row) => evidenceRow(compiled, row)),
    rowsB: pair.rowsB.map((row) => evidenceRow(compiled, row)),
    difference: pair.difference,
  };
}
