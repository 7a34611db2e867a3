import { type EngineLink, type EvidenceSource } from '../model/knowledge';
import { clipLikelihoodRatio, clipProbability, HIGHEST_PROBABILITY } from '../numeric/bounds';
import { normalise } from '../numeric/normalise';
import {
  ABSENT,
  PRESENT,
  type CompiledFinding,
  type CompiledLink,
  type LinkNumbers,
} from './compiled-knowledge';

const UNSOURCED: EvidenceSource = { kind: 'estimate', id: 'estimate', grade: 'D' };

/** What all links share: the columns of their numbers while they grow, and each source once, by what it says. */
export interface SharedByLinks {
  readonly numbers: Readonly<Record<keyof LinkNumbers, number[]>>;
  readonly sources: Map<string, EvidenceSource>;
}

/** Codes one link against its finding's baseline and appends its numbers. The link must have passed the check. */
export function compileLink(
  link: EngineLink,
  disease: number,
  findingIndex: number,
  finding: Pick<CompiledFinding, 'binary' | 'outcomes' | 'baseline' | 'forecast'>,
  { numbers, sources }: SharedByLinks,
): CompiledLink {
  const { logRatio, likelihood, forecast } = numbersOf(link, finding);
  const numbersFrom = numbers.logRatio.length;
  numbers.logRatio.push(...logRatio);
  numbers.likelihood.push(...likelihood);
  numbers.forecast.push(...forecast);
  return {
    disease,
    finding: findingIndex,
    numbersFrom,
    source: shared(sources, link.source ?? UNSOURCED),
    byRatio: link.theta === undefined,
  };
}

/** Most links have the same few estimates for their source. */
function shared(sources: Map<string, EvidenceSource>, source: EvidenceSource): EvidenceSource {
  const key = `${source.kind} ${source.grade} ${source.id}`;
  const known = sources.get(key);
  if (known === undefined) sources.set(key, source);
  return known ?? source;
}

function numbersOf(
  link: EngineLink,
  finding: Pick<CompiledFinding, 'binary' | 'outcomes' | 'baseline' | 'forecast'>,
): LinkNumbers {
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
function fromLikelihoods(likelihood: Float64Array, baseline: Float64Array): LinkNumbers {
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
function fromRatios(link: EngineLink, baseline: Float64Array): LinkNumbers {
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
