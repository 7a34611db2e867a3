/** How the outcomes of a finding or a test depend on the disease. */
export interface OutcomeModel {
  readonly outcomes: readonly string[];
  /** P(outcome) in everyone that the model does not list, Other included. */
  readonly elsewhere: Float64Array;
  /** Entropy, in bits, of the outcome in everyone that the model does not list. */
  readonly entropyElsewhere: number;
  /** The diseases that know about it, by index. */
  readonly diseases: Int32Array;
  /** P(outcome | disease): by outcome, then in the order of `diseases`. */
  readonly given: readonly Float64Array[];
  /** Entropy, in bits, of the outcome in each of the diseases. */
  readonly entropies: Float64Array;
}

/** Completes a model by what is the same for every patient: how uncertain the outcome is once the disease is known. */
export function outcomeModel(
  known: Pick<OutcomeModel, 'outcomes' | 'elsewhere' | 'diseases' | 'given'>,
): OutcomeModel {
  const entropyElsewhere = known.elsewhere.reduce((bits, chance) => bits + entropyOf(chance), 0);
  const entropies = new Float64Array(known.diseases.length);
  for (const chances of known.given) {
    chances.forEach((chance, at) => {
      entropies[at] = (entropies[at] ?? 0) + entropyOf(chance);
    });
  }
  return { ...known, entropyElsewhere, entropies };
}

/** What an outcome of this probability adds to the entropy, in bits: `-p log2 p`, 0 for one that never comes. */
export function entropyOf(chance: number): number {
  return chance > 0 ? -chance * Math.log2(chance) : 0;
}
