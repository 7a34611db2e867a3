import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedObservation } from '../evidence/coded-case';
import { uncertainLogLikelihoodRatio } from '../numeric/log-likelihood-ratio';

/** What `linkedLogRatio` says of one observation for every link of its finding. */
export interface LogRatioColumn {
  /**
   * Natural logarithms in the order of the links, an absent finding not yet weakened; 0 for a link that does not know
   * the outcome.
   */
  readonly logRatios: Float64Array;
  /** Whether nu weakens each number: the finding is absent. */
  readonly weakened: boolean;
}

/** For an observation that is certain these are the numbers of the knowledge itself: nothing is worked out. */
export function logRatioColumn(
  compiled: CompiledKnowledge,
  { finding, outcome, certainty }: Pick<CodedObservation, 'finding' | 'outcome' | 'certainty'>,
): LogRatioColumn {
  const known = compiled.findings[finding];
  const column = known?.columns[outcome];
  if (known === undefined || column === undefined) return { logRatios: new Float64Array(), weakened: false };
  return {
    logRatios:
      certainty === 1
        ? column.logRatio
        : uncertainLogRatios(column.likelihood, known.baseline[outcome] ?? NaN, certainty),
    weakened: known.binary && outcome === ABSENT,
  };
}

function uncertainLogRatios(likelihood: Float64Array, baseline: number, certainty: number): Float64Array {
  const logRatios = new Float64Array(likelihood.length);
  for (let at = 0; at < logRatios.length; at += 1) {
    const ratio = uncertainLogLikelihoodRatio(likelihood[at] ?? NaN, baseline, certainty);
    logRatios[at] = Number.isNaN(ratio) ? 0 : ratio;
  }
  return logRatios;
}
