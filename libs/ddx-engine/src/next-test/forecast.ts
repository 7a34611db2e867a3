import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedObservation } from '../evidence/coded-case';
import { type OutcomeForecast } from '../model/answer';
import { leaders, rescoreCase, type ScoredCase } from '../ranking/scored-case';

const SHOWN_AFTERWARDS = 3;

/** An outcome that may come, and what would then be observed. */
export interface PossibleOutcome {
  readonly outcome: string;
  readonly probability: number;
  readonly observations: readonly CodedObservation[];
}

export interface Forecast {
  readonly shown: OutcomeForecast;
  readonly after: ScoredCase;
}

/** What an outcome would do to the list, by a full re-score. */
export function forecast(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  possible: PossibleOutcome,
): Forecast {
  const after = rescoreCase(compiled, scored, possible.observations);
  return {
    after,
    shown: {
      outcome: possible.outcome,
      probability: possible.probability,
      topAfter: leaders(compiled, after, SHOWN_AFTERWARDS).map((disease) => ({
        diseaseId: compiled.diseases[disease]?.id ?? '',
        probability: after.probabilities.diseases[disease] ?? 0,
      })),
      otherAfter: after.probabilities.other,
    },
  };
}
