import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type ProbabilityInterval } from '../model/answer';
import { type EngineCase } from '../model/case';
import { type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { type Sensitivity, type SensitivityOptions } from '../model/sensitivity';
import { mustNotMissList } from '../must-not-miss/must-not-miss';
import { normalDeviates } from '../numeric/normal-deviates';
import { quantile } from '../numeric/quantile';
import { wordSource } from '../numeric/random';
import { checkAndScore } from '../ranking/rank';
import { leaders, type ScoredCase } from '../ranking/scored-case';
import { type DrawPlan, planDraws } from './draw-plan';
import { type Draws, drawingRoom, drawnScores } from './drawn-scores';
import { seedOf } from './seed';

const DRAWS = 400;
/** So many draws at a time: their numbers, some 700, stay within the caches of a processor. A divisor of the draws. */
const TOGETHER = 50;

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

/**
 * `sensitivityOf` for a case that is scored already and whose must-not-miss list is known.
 *
 * @param shown the diseases whose intervals are wanted; default all that are drawn. What is drawn is the same.
 */
export function sensitivityOfScored(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  mustNotMiss: readonly string[],
  seedText: string,
  shown?: readonly string[],
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
  const wanted = new Set(shown);
  const idOf = ({ disease }: DrawPlan['diseases'][number]): string => compiled.diseases[disease]?.id ?? '';
  const kept = [...plan.diseases.keys()].filter((at) => {
    const disease = plan.diseases[at];
    return disease !== undefined && (shown === undefined || wanted.has(idOf(disease)));
  });
  const samples = drawSamples(plan, scored, seedOf(compiled, scored.coded, seedText), kept);
  return {
    diseases: kept.flatMap((at, place) => {
      const disease = plan.diseases[at];
      return disease ? { diseaseId: idOf(disease), interval: intervalOf(samples, place) } : [];
    }),
    other: intervalOf(samples, kept.length),
  };
}

/** Probabilities by draw: those of the first disease kept, of the second, and so on; those of Other last. */
function drawSamples(
  plan: DrawPlan,
  scored: ScoredCase,
  seed: number,
  kept: readonly number[],
): Float64Array {
  const { numbers, rows, diseases, mostRestating } = plan;
  const { parameters, caseMix } = scored;
  const drawNumbers = numbers.drawing(normalDeviates(wordSource(seed)), TOGETHER);
  const drawn = new Float64Array(numbers.count * TOGETHER);
  const alpha = caseMix === 'consecutive' ? 1 : parameters.alpha;
  const room = drawingRoom(TOGETHER, mostRestating);
  const draws: Draws = { rows, count: TOGETHER, drawn, alpha, parameters, room };
  const scores = diseases.map(() => new Float64Array(TOGETHER));
  const samples = new Float64Array((kept.length + 1) * DRAWS);
  const unmoved = unmovedScore(scored, diseases);
  for (let first = 0; first < DRAWS; first += TOGETHER) {
    drawNumbers(drawn);
    diseases.forEach((disease, k) => {
      drawnScores(disease, draws, scores[k] ?? room.sum);
    });
    for (let at = 0; at < TOGETHER; at += 1) record(samples, first + at, scores, at, unmoved, kept);
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
function record(
  samples: Float64Array,
  draw: number,
  scores: readonly Float64Array[],
  at: number,
  unmoved: number,
  kept: readonly number[],
): void {
  let highest = unmoved;
  for (const ofDisease of scores) highest = Math.max(highest, ofDisease[at] ?? 0);
  let total = Math.exp(unmoved - highest);
  for (const ofDisease of scores) {
    const odds = Math.exp((ofDisease[at] ?? 0) - highest);
    ofDisease[at] = odds;
    total += odds;
  }
  for (let place = 0; place < kept.length; place += 1) {
    samples[place * DRAWS + draw] = (scores[kept[place] ?? -1]?.[at] ?? 0) / total;
  }
  samples[kept.length * DRAWS + draw] = Math.exp(-highest) / total;
}

function intervalOf(samples: Float64Array, place: number): ProbabilityInterval {
  const sorted = samples.subarray(place * DRAWS, (place + 1) * DRAWS).sort();
  return { p05: quantile(sorted, 0.05), p95: quantile(sorted, 0.95) };
}
