import { type EngineLink, type EvidenceSource } from '../model/knowledge';
import { clipLikelihoodRatio, clipProbability, HIGHEST_PROBABILITY } from '../numeric/bounds';
import { normalise } from '../numeric/normalise';
import { ABSENT, PRESENT, type CompiledFinding, type CompiledLink } from './compiled-knowledge';

const UNSOURCED: EvidenceSource = { kind: 'estimate', id: 'estimate', grade: 'D' };

/** By outcome, as in the compiled link. */
type Numbers = Readonly<Record<'logRatio' | 'likelihood' | 'forecast', Float64Array>>;

/** Codes one link against its finding's baseline. The link must have passed the check. */
export function compileLink(
  link: EngineLink,
  disease: number,
  findingIndex: number,
  finding: Pick<CompiledFinding, 'binary' | 'outcomes' | 'baseline' | 'forecast'>,
): CompiledLink {
  const { logRatio, likelihood, forecast } = numbersOf(link, finding);
  return {
    disease,
    finding: findingIndex,
    logRatio: listOf(logRatio),
    likelihood: listOf(likelihood),
    forecast: listOf(forecast),
    source: link.source ?? UNSOURCED,
    byRatio: link.theta === undefined,
  };
}

/** `Array.from` leaves room at the end of a list; its copy has none. */
const listOf = (numbers: Float64Array): number[] => Array.from(numbers).slice();

function numbersOf(
  link: EngineLink,
  finding: Pick<CompiledFinding, 'binary' | 'outcomes' | 'baseline' | 'forecast'>,
): Numbers {
  if (typeof link.theta === 'number') {
    const theta = clipProbability(link.theta);
    return fromLikelihoods(Float64Array.of(theta, 1 - theta), finding.baseline);
  }
  if (finding.binary) return fromRatios(link, finding.baseline);
  const theta = link.theta ?? {};
  const likelihood = Float64Array.from(finding.outcomes, (state) => {
    const given = theta[state];
    return given === undefined ? NaN : clipProbability(given);
  });
  return fromLikelihoods(likelihood, finding.baseline);
}

/** A state that is not known tells nothing as evidence and is expected as often as in anyone else. */
function fromLikelihoods(likelihood: Float64Array, baseline: Float64Array): Numbers {
  return {
    likelihood,
    logRatio: likelihood.map((probability, outcome) => Math.log(probability / (baseline[outcome] ?? NaN))),
    forecast: normalise(
      likelihood.map((probability, outcome) =>
        Number.isNaN(probability) ? (baseline[outcome] ?? NaN) : probability,
      ),
    ),
  };
}

/**
 * Likelihood ratios count as they stand while the finding is certain; where a probability is needed they are turned
 * into one by the baseline, as far as that goes.
 */
function fromRatios(link: EngineLink, baseline: Float64Array): Numbers {
  const ratios = Float64Array.of(
    link.lrPos === undefined ? NaN : clipLikelihoodRatio(link.lrPos),
    link.lrNeg === undefined ? NaN : clipLikelihoodRatio(link.lrNeg),
  );
  const likelihood = ratios.map((ratio, outcome) =>
    Math.min(HIGHEST_PROBABILITY, ratio * (baseline[outcome] ?? NaN)),
  );
  return { likelihood, logRatio: ratios.map(Math.log), forecast: binaryForecast(likelihood, baseline) };
}

function binaryForecast(likelihood: Float64Array, baseline: Float64Array): Float64Array {
  const [present = NaN, absent = NaN] = likelihood;
  if (!Number.isNaN(present)) return Float64Array.of(present, 1 - present);
  if (!Number.isNaN(absent)) return Float64Array.of(1 - absent, absent);
  return Float64Array.of(baseline[PRESENT] ?? NaN, baseline[ABSENT] ?? NaN);
}
