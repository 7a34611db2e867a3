import { type OutcomeModel } from '../compile/outcome-model';
import { type Probabilities } from '../ranking/soft-max';

export interface Information {
  /** Mutual information of outcome and disease. */
  readonly bits: number;
  /** P(outcome), in the order of the model's outcomes. */
  readonly chances: readonly number[];
}

/**
 * The information that an outcome would bring about the diagnosis (Other included): the mutual information
 * `sum_o sum_k p_k P(o|k) log2(P(o|k) / P(o))` in bits (Shannon 1948), never below 0.
 */
export function informationOf(model: OutcomeModel, { diseases: probabilities }: Probabilities): Information {
  let elsewhere = 1;
  for (const disease of model.diseases) elsewhere -= probabilities[disease] ?? 0;

  const chances = model.outcomes.map((_, outcome) => {
    let chance = elsewhere * (model.elsewhere[outcome] ?? 0);
    model.diseases.forEach((disease, at) => {
      chance += (probabilities[disease] ?? 0) * (model.given[at]?.[outcome] ?? 0);
    });
    return chance;
  });

  let bits = elsewhere * divergence(model.elsewhere, chances);
  model.diseases.forEach((disease, at) => {
    bits += (probabilities[disease] ?? 0) * divergence(model.given[at] ?? model.elsewhere, chances);
  });
  return { bits: Math.max(0, bits), chances };
}

/** The diseases that the outcome tells most about, by what each adds to the bits. */
export function mostToldAbout(
  model: OutcomeModel,
  { diseases: probabilities }: Probabilities,
  { chances }: Information,
  count: number,
): number[] {
  return [...model.diseases]
    .map((disease, at) => ({
      disease,
      bits: (probabilities[disease] ?? 0) * divergence(model.given[at] ?? model.elsewhere, chances),
    }))
    .filter(({ bits }) => bits > 0)
    .sort((a, b) => b.bits - a.bits || a.disease - b.disease)
    .slice(0, count)
    .map(({ disease }) => disease);
}

/** Kullback-Leibler divergence in bits of the chances given a disease from the chances in this patient. */
function divergence(given: Float64Array, chances: readonly number[]): number {
  let bits = 0;
  given.forEach((chance, outcome) => {
    bits += chance * Math.log2(chance / (chances[outcome] ?? 0));
  });
  return bits;
}
