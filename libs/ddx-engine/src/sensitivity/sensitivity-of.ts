import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type ProbabilityInterval } from '../model/answer';
import { type EngineCase } from '../model/case';
import { type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { type Sensitivity, type SensitivityOptions } from '../model/sensitivity';
import { mustNotMissList } from '../must-not-miss/must-not-miss';
import { normalDeviates } from '../numeric/normal-deviates';
import { quantile } from '../numeric/quantile';
import { uniformSource } from '../numeric/random';
import { checkAndScore } from '../ranking/rank';
import { leaders, type ScoredCase } from '../ranking/scored-case';
import { type DrawPlan, planDraws } from './draw-plan';
import { type Draw, drawnScore } from './drawn-scores';
import { seedOf } from './seed';

const DRAWS = 400;

/** Leading diseases whose numbers are drawn; beyond them the numbers hardly touch the list. */
const LEADING = 40;

/**
 * How much the probabilities hang on the numbers of the knowledge base: each number behind the 40 leading diseases
 * and those that must not be missed is drawn 400 times from what its grade allows, the case is scored with it, and
 * the 5th and 95th percentiles are returned. The other diseases stay as they are. The draws depend on the case and
 * `seedText` only. Sensitivity to the numbers, not a confidence interval: that the model itself is wrong is not in it.
 *
 * @returns the intervals, or why the case cannot be scored
 * @throws RangeError where a parameter lies outside its range
 */
export function sensitivityOf(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  { caseMix = 'teaching', seedText = '' }: SensitivityOptions = {},
): EngineOutcome<Sensitivity> {
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  if (!scored.ok) return scored;
  const mustNotMiss = mustNotMissList(compiled, scored.value).shown.map(({ diseaseId }) => diseaseId);
  return { ok: true, value: sensitivityOfScored(compiled, scored.value, mustNotMiss, seedText) };
}

/** `sensitivityOf` for a case that is scored already and whose must-not-miss list is known. */
export function sensitivityOfScored(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  mustNotMiss: readonly string[],
  seedText: string,
): Sensitivity {
  const varying = new Set([
    ...leaders(compiled, scored, LEADING),
    ...mustNotMiss.flatMap((id) => compiled.diseaseIndex.get(id) ?? []),
  ]);
  const plan = planDraws(
    compiled,
    scored,
    [...varying].sort((a, b) => a - b),
  );
  const samples = drawSamples(plan, scored, seedOf(compiled, scored.coded, seedText));
  return {
    diseases: plan.diseases.map(({ disease }, at) => ({
      diseaseId: compiled.diseases[disease]?.id ?? '',
      interval: intervalOf(samples, at),
    })),
    other: intervalOf(samples, plan.diseases.length),
  };
}

/** Probabilities by draw: those of the first disease, of the second, and so on; those of Other last. */
function drawSamples(plan: DrawPlan, scored: ScoredCase, seed: number): Float64Array {
  const { numbers, rows, diseases, mostRestating } = plan;
  const { parameters, caseMix } = scored;
  const normal = normalDeviates(uniformSource(seed));
  const drawn = new Float64Array(numbers.count);
  const alpha = caseMix === 'consecutive' ? 1 : parameters.alpha;
  const draw: Draw = { rows, drawn, alpha, parameters, scratch: new Float64Array(mostRestating) };
  const scores = new Float64Array(diseases.length);
  const samples = new Float64Array((diseases.length + 1) * DRAWS);
  const unmoved = unmovedScore(scored, diseases);
  for (let at = 0; at < DRAWS; at += 1) {
    numbers.draw(drawn, normal);
    for (const [k, disease] of diseases.entries()) scores[k] = drawnScore(disease, draw);
    record(samples, at, scores, unmoved);
  }
  return samples;
}

/** Natural log of the odds, against Other, of everything that is not drawn, Other itself included. */
function unmovedScore({ scores }: ScoredCase, drawn: DrawPlan['diseases']): number {
  const moving = new Set(drawn.map(({ disease }) => disease));
  const highest = scores.reduce(
    (max, score, disease) => (moving.has(disease) ? max : Math.max(max, score)),
    0,
  );
  const odds = scores.reduce(
    (sum, score, disease) => (moving.has(disease) ? sum : sum + Math.exp(score - highest)),
    Math.exp(-highest),
  );
  return highest + Math.log(odds);
}

/** Soft-max of one draw. Plain loops: this runs for each draw, and a callback for each number costs more than the sum. */
function record(samples: Float64Array, at: number, scores: Float64Array, unmoved: number): void {
  let highest = unmoved;
  for (const score of scores) highest = Math.max(highest, score);
  let total = Math.exp(unmoved - highest);
  for (let k = 0; k < scores.length; k += 1) {
    const odds = Math.exp((scores[k] ?? 0) - highest);
    samples[k * DRAWS + at] = odds;
    total += odds;
  }
  for (let k = 0; k < scores.length; k += 1) samples[k * DRAWS + at] = (samples[k * DRAWS + at] ?? 0) / total;
  samples[scores.length * DRAWS + at] = Math.exp(-highest) / total;
}

function intervalOf(samples: Float64Array, place: number): ProbabilityInterval {
  const sorted = samples.subarray(place * DRAWS, (place + 1) * DRAWS).sort();
  return { p05: quantile(sorted, 0.05), p95: quantile(sorted, 0.95) };
}
