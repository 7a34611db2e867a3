import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { changeCase, familyOf } from '../evidence/code-case';
import { type CodedCase, type CodedObservation } from '../evidence/coded-case';
import { type CaseMix, type EngineParameters } from '../model/parameters';
import { highest } from '../numeric/order';
import { type CaseUnderParameters } from '../evidence/rows-of-case';
import { sumOf } from '../numeric/sum';
import { planFamily } from './family-plan';
import { priorsFor } from './priors-of-patient';
import { exclusionOf } from './restrictions';
import { scoreFamily, type FamilyScore } from './score-family';
import { type Probabilities, softMax, softMaxAfter } from './soft-max';

/** A case with the score of every disease, ready to be asked and to be re-scored when something changes. */
export interface ScoredCase extends CaseUnderParameters {
  readonly caseMix: CaseMix;
  /** alpha * ln(prior / piOther) by disease; -Infinity for an excluded one. */
  readonly priorContributions: Float64Array;
  readonly families: ReadonlyMap<number, FamilyScore>;
  readonly scores: Float64Array;
  readonly probabilities: Probabilities;
}

/**
 * The score of every disease, `s = alpha ln(prior / piOther) + sum of w * l / T`, and the soft-max over them and Other.
 * Parameters and case must have passed their checks.
 */
export function scoreCase(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  caseMix: CaseMix,
  coded: CodedCase,
): ScoredCase {
  const priorContributions = priorsOf(compiled, parameters, caseMix, coded);
  const families = new Map(
    [...coded.families.values()]
      .sort((a, b) => a.family - b.family)
      .map((family) => [family.family, scoreFamily(planFamily(compiled, family), parameters)]),
  );
  const scores = Float64Array.from(priorContributions);
  addFamilies(scores, [...families.values()]);
  return {
    coded,
    parameters,
    rows: new Map(),
    caseMix,
    priorContributions,
    families,
    scores,
    probabilities: softMax(scores),
  };
}

/**
 * The case with some observations set and others forgotten, scored by working out anew only the families of findings
 * that change. Equal to scoring the changed case from the start, to 1e-12.
 */
export function rescoreCase(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  set: readonly CodedObservation[],
  remove: readonly number[] = [],
): ScoredCase {
  const coded = changeCase(compiled, scored.coded, set, remove);
  const families = new Map(scored.families);
  const scores = Float64Array.from(scored.scores);
  const changed = new Set(
    [...remove, ...set.map((one) => one.finding)].map((one) => familyOf(compiled, one)),
  );
  const moved: FamilyScore[] = [];
  let common = 0;
  const move = (family: FamilyScore, sign: 1 | -1): void => {
    addFamily(scores, family, sign);
    moved.push(family);
    common += sign * family.unlinked;
  };
  for (const family of changed) {
    const before = families.get(family);
    if (before !== undefined) move(before, -1);
    families.delete(family);
    const observed = coded.families.get(family);
    if (observed === undefined) continue;
    const after = scoreFamily(planFamily(compiled, observed), scored.parameters);
    families.set(family, after);
    move(after, 1);
  }
  const touched = moved.map((family) => family.touched);
  const probabilities = softMaxAfter(scored, scores, common, touched);
  return { ...scored, coded, rows: new Map(), families, scores, probabilities };
}

/** The `count` leading diseases, by index. */
export function leaders(compiled: CompiledKnowledge, scored: ScoredCase, count: number): number[] {
  return leadersByScore(compiled, scored.scores, count);
}

/** The diseases with the highest scores: on ties must-not-miss first, then by id. */
export function leadersByScore(compiled: CompiledKnowledge, scores: Float64Array, count: number): number[] {
  const mustNotMiss = (disease: number): number =>
    compiled.diseases[disease]?.definition.mustNotMiss === undefined ? 1 : 0;
  return highest(scores, count, (a, b) => mustNotMiss(a) - mustNotMiss(b) || a - b);
}

/** `alpha * ln(prior / piOther)` by disease; -Infinity for one that is impossible in this patient. */
export function priorsOf(
  compiled: CompiledKnowledge,
  parameters: Pick<EngineParameters, 'alpha' | 'piOther'>,
  caseMix: CaseMix,
  { patient }: CodedCase,
): Float64Array {
  const alpha = caseMix === 'consecutive' ? 1 : parameters.alpha;
  const contributions = priorsFor(compiled, patient).map(
    (prior) => alpha * Math.log(prior / parameters.piOther),
  );
  for (const disease of compiled.restricted) {
    const definition = compiled.diseases[disease]?.definition;
    if (definition && exclusionOf(definition, patient) !== null) contributions[disease] = -Infinity;
  }
  return contributions;
}

/** Adds what all families say to the scores; what holds for diseases that know nothing is added up first. */
export function addFamilies(scores: Float64Array, families: readonly FamilyScore[]): void {
  addToAll(
    scores,
    sumOf(families, (family) => family.unlinked),
  );
  for (const family of families) addToTouched(scores, family, 1);
}

/** Adds what one family says to the scores, or takes it away. */
function addFamily(scores: Float64Array, family: FamilyScore, sign: 1 | -1): void {
  addToAll(scores, sign * family.unlinked);
  addToTouched(scores, family, sign);
}

function addToAll(scores: Float64Array, amount: number): void {
  if (amount === 0) return;
  for (let disease = 0; disease < scores.length; disease += 1) {
    scores[disease] = (scores[disease] ?? 0) + amount;
  }
}

function addToTouched(
  scores: Float64Array,
  { unlinked, touched: { diseases, logRatios, count }, scale }: FamilyScore,
  sign: 1 | -1,
): void {
  for (let at = 0; at < count; at += 1) {
    const disease = diseases[at] ?? -1;
    scores[disease] = (scores[disease] ?? 0) + sign * (scale * (logRatios[at] ?? 0) - unlinked);
  }
}
