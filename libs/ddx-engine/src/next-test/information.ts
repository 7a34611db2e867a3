import { entropyOf, type OutcomeModel } from '../compile/outcome-model';
import { type Probabilities } from '../ranking/soft-max';

export interface Information {
  /** Mutual information of outcome and disease. */
  readonly bits: number;
  /** P(outcome), in the order of the model's outcomes. */
  readonly chances: readonly number[];
}

/**
 * The information that an outcome would bring about the diagnosis (Other included): the mutual information
 * `sum_o sum_k p_k P(o|k) log2(P(o|k) / P(o))` in bits (Shannon 1948), never below 0. Reckoned as the entropy of the
 * outcome less what is left of it once the disease is known: all diseases that the model does not list share one term,
 * and the entropies by disease are the same for every patient, so that the cost is a sum over the links of the finding.
 */
export function informationOf(model: OutcomeModel, { diseases: probabilities }: Probabilities): Information {
  const { diseases, entropies, entropyElsewhere, elsewhere, given } = model;
  let unlisted = 1;
  let left = 0;
  for (let at = 0; at < diseases.length; at += 1) {
    const probability = probabilities[diseases[at] ?? -1] ?? 0;
    unlisted -= probability;
    left += probability * (entropies[at] ?? 0);
  }
  let bits = -left - unlisted * entropyElsewhere;
  const chances: number[] = [];
  for (let outcome = 0; outcome < given.length; outcome += 1) {
    const chance = chanceOf(given[outcome], model, probabilities, unlisted * (elsewhere[outcome] ?? 0));
    chances.push(chance);
    bits += entropyOf(chance);
  }
  return { bits: Math.max(0, bits), chances };
}

/** Plain loop: this runs for every finding that could be asked about. */
function chanceOf(
  given: Float64Array | undefined,
  { diseases }: OutcomeModel,
  probabilities: Float64Array,
  inUnlisted: number,
): number {
  let chance = inUnlisted;
  for (let at = 0; at < diseases.length; at += 1) {
    chance += (probabilities[diseases[at] ?? -1] ?? 0) * (given?.[at] ?? 0);
  }
  return chance;
}

/** The diseases that the outcome tells most about, by what each adds to the bits. */
export function mostToldAbout(
  model: OutcomeModel,
  { diseases: probabilities }: Probabilities,
  { chances }: Information,
  count: number,
): number[] {
  return Array.from(model.diseases, (disease, at) => ({
    disease,
    bits: (probabilities[disease] ?? 0) * divergence(model, at, chances),
  }))
    .filter(({ bits }) => bits > 0)
    .sort((a, b) => b.bits - a.bits || a.disease - b.disease)
    .slice(0, count)
    .map(({ disease }) => disease);
}

/** Kullback-Leibler divergence in bits of the chances given a disease of the model from those in this patient. */
function divergence({ given }: OutcomeModel, at: number, chances: readonly number[]): number {
  let bits = 0;
  given.forEach((column, outcome) => {
    const chance = column[at] ?? 0;
    bits += chance * Math.log2(chance / (chances[outcome] ?? 0));
  });
  return bits;
}
