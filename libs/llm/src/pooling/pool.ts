/** Of the engine: every disease that takes part in the pool. */
export interface EngineProbability {
  readonly diseaseId: string;
  /** In (0, 1]. */
  readonly probability: number;
  readonly mustNotMiss: boolean;
}

/** A disease and its probability, of the model or pooled. */
export interface DiseaseProbability {
  readonly diseaseId: string;
  readonly probability: number;
}

/** The largest weight that a model's opinion may have. */
export const MAX_LLM_WEIGHT = 0.3;

/** The furthest that a model may move the odds of a disease against the others: threefold either way. */
export const MAX_LOG_SHIFT = Math.log(3);

/**
 * Pools the engine's probabilities p with a model's q: p* ∝ p · exp(clip(w·(ln q − ln p), −B, +B)), B = ln 3. A
 * logarithmic opinion pool, weighted towards the engine and bounded. Beyond the formula:
 * - a disease that the model did not name keeps its weight: silence is no evidence;
 * - the pooled probabilities sum to what the engine's sum to, so that Other and the remainder stay as they are;
 * - a must-not-miss disease never falls below p, not even by the rescaling; the others make room for it;
 * - what the model names that is not in `engine` is ignored.
 *
 * @param weight - w, 0 to 0.3.
 * @returns most probable first, ties by id.
 * @throws RangeError for a weight or a probability out of range.
 */
export function poolWithLlm(
  engine: readonly EngineProbability[],
  llm: readonly DiseaseProbability[],
  weight: number = MAX_LLM_WEIGHT,
): DiseaseProbability[] {
  if (!(weight >= 0 && weight <= MAX_LLM_WEIGHT)) throw new RangeError('the weight of a model is 0 to 0.3');
  for (const { probability } of [...engine, ...llm]) {
    if (!(probability > 0 && probability <= 1))
      throw new RangeError('a probability to pool is above 0, at most 1');
  }
  const opinion = new Map(llm.map(({ diseaseId, probability }) => [diseaseId, probability]));
  const shifted = engine.map(({ diseaseId, probability, mustNotMiss }) => ({
    diseaseId,
    mass: probability * shift(probability, opinion.get(diseaseId), weight),
    floor: mustNotMiss ? probability : 0,
  }));
  const total = engine.reduce((sum, { probability }) => sum + probability, 0);
  return rescale(shifted, total).sort(
    (a, b) => b.probability - a.probability || (a.diseaseId < b.diseaseId ? -1 : 1),
  );
}

function shift(p: number, q: number | undefined, weight: number): number {
  if (q === undefined) return 1;
  const logShift = weight * (Math.log(q) - Math.log(p));
  return Math.exp(Math.min(MAX_LOG_SHIFT, Math.max(-MAX_LOG_SHIFT, logShift)));
}

interface Share {
  readonly diseaseId: string;
  readonly mass: number;
  /** What it may not fall below. */
  readonly floor: number;
}

/**
 * Scales masses to `total` without letting any fall below its floor: those that would are set to it, and the rest
 * is scaled to what remains, until none falls. Ends, as each round holds at least one more; never overdraws, as the
 * floors are the engine's own probabilities and sum to at most `total`.
 */
function rescale(shares: readonly Share[], total: number): DiseaseProbability[] {
  const held = new Set<Share>();
  for (;;) {
    const free = shares.filter((share) => !held.has(share));
    const room = total - sumOf([...held].map(({ floor }) => floor));
    const scale = room / sumOf(free.map(({ mass }) => mass));
    const falling = free.filter(({ mass, floor }) => mass * scale < floor);
    if (falling.length === 0) {
      return shares.map((share) => ({
        diseaseId: share.diseaseId,
        probability: held.has(share) ? share.floor : share.mass * scale,
      }));
    }
    for (const share of falling) held.add(share);
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
