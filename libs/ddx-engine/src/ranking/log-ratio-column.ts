import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedObservation } from '../evidence/coded-case';
import { type EngineParameters } from '../model/parameters';
import { uncertainLogLikelihoodRatio } from '../numeric/log-likelihood-ratio';

/**
 * What `linkedLogRatio` says of one observation for every link of its finding, in the order of these links.
 *
 * @returns natural logarithms; 0 for a link that does not know the outcome
 */
export function logRatioColumn(
  compiled: CompiledKnowledge,
  { nu }: EngineParameters,
  { finding, outcome, certainty }: CodedObservation,
): Float64Array {
  const known = compiled.findings[finding];
  const source = known?.columns[outcome];
  if (known === undefined || source === undefined) return new Float64Array();
  const { logRatio, likelihood } = source;
  const baseline = known.baseline[outcome] ?? NaN;
  const scale = known.binary && outcome === ABSENT ? nu : 1;
  const column = new Float64Array(logRatio.length);
  for (let at = 0; at < column.length; at += 1) {
    const ratio =
      certainty === 1
        ? (logRatio[at] ?? NaN)
        : uncertainLogLikelihoodRatio(likelihood[at] ?? NaN, baseline, certainty);
    column[at] = Number.isNaN(ratio) ? 0 : scale * ratio;
  }
  return column;
}
