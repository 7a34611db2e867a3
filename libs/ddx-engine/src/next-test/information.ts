import { sumOf } from '../numeric/sum';
import { type Probabilities } from '../ranking/soft-max';

/** P(outcome | disease) of the diseases that know about it, and P(outcome) in everyone else, Other included. */
export interface OutcomeModel {
  readonly outcomes: readonly string[];
  readonly elsewhere: Float64Array;
  readonly diseases: readonly { readonly disease: number; readonly chances: Float64Array }[];
}

export interface Information {
  /** Mutual information of outcome and disease. */
  readonly bits: number;
  /** P(outcome), in the order of the model's outcomes. */
  readonly chances: readonly number[];
  /** What each disease adds to the bits, most first; diseases that know nothing of it are left out. */
  readonly byDisease: readonly { readonly disease: number; readonly bits: number }[];
}

/**
 * The information that an outcome would bring about the diagnosis (Other included): the mutual information
 * `sum_o sum_k p_k P(o|k) log2(P(o|k) / P(o))` in bits (Shannon 1948), never below 0.
 */
export function informationOf(model: OutcomeModel, { diseases: probabilities }: Probabilities): Information {
  const linked = model.diseases.map(({ disease, chances }) => ({
    disease,
    chances,
    probability: probabilities[disease] ?? 0,
  }));
  const elsewhere = 1 - sumOf(linked, ({ probability }) => probability);
  const chances = model.outcomes.map(
    (_, outcome) =>
      elsewhere * (model.elsewhere[outcome] ?? 0) +
      sumOf(linked, (one) => one.probability * (one.chances[outcome] ?? 0)),
  );
  const divergence = (given: Float64Array): number =>
    sumOf(given.entries(), ([outcome, chance]) => chance * Math.log2(chance / (chances[outcome] ?? 0)));
  const byDisease = linked
    .map(({ disease, chances: given, probability }) => ({
      disease,
      bits: probability > 0 ? probability * divergence(given) : 0,
    }))
    .sort((a, b) => b.bits - a.bits || a.disease - b.disease);
  const bits = elsewhere * divergence(model.elsewhere) + sumOf(byDisease, (one) => one.bits);
  return { bits: Math.max(0, bits), chances, byDisease };
}
