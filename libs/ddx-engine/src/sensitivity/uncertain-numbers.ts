import { ABSENT, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { numberOfLink } from '../compile/link-numbers';
import { type Grade } from '../model/knowledge';
import { boundedLogistic } from '../numeric/bounded-logistic';
import { clipLogLikelihoodRatio } from '../numeric/bounds';
import { type NormalSource } from '../numeric/normal-deviates';
import { deviationOfLogit, deviationOfLogPrior, deviationOfLogRatio } from './uncertainty';

const LEAST_KNOWN: Grade = 'D';

/** On which scale a number is drawn. */
const LOGIT = 0;
const LOG_RATIO = 1;
const LOG_PRIOR = 2;
type Scale = typeof LOGIT | typeof LOG_RATIO | typeof LOG_PRIOR;

/** Where a number has its place: by finding or link, and by outcome. */
type Places = Map<number, number[]>;

/** The numbers of the knowledge base that a set of scores rests on, each once, with how far it may be off. */
export class UncertainNumbers {
  private readonly scales: Scale[] = [];
  private readonly centres: number[] = [];
  private readonly deviations: number[] = [];
  private readonly baselines: Places = new Map();
  private readonly probabilities: Places = new Map();
  private readonly logRatios: Places = new Map();

  constructor(private readonly compiled: CompiledKnowledge) {}

  get count(): number {
    return this.centres.length;
  }

  /**
   * What draws every number some times over: probabilities and likelihood ratios within their bounds, of ln prior the
   * deviation. Filled in are the draws of the first number, of the second, and so on; the deviates are taken draw by draw.
   */
  drawing(normal: NormalSource, draws: number): (values: Float64Array) => void {
    const { count } = this;
    const deviates = new Float64Array(count * draws);
    return (values) => {
      normal(deviates);
      for (let place = 0; place < count; place += 1) {
        const centre = this.centres[place] ?? NaN;
        const deviation = this.deviations[place] ?? NaN;
        const first = place * draws;
        const end = first + draws;
        for (let at = first, from = place; at < end; at += 1, from += count) {
          values[at] = centre + deviation * (deviates[from] ?? NaN);
        }
        const scale = this.scales[place];
        if (scale === LOGIT) boundLogits(values, first, end);
        else if (scale === LOG_RATIO) boundLogRatios(values, first, end);
      }
    };
  }

  /** Place of the deviation of a disease's ln prior from what the knowledge base says; asked for once by disease. */
  logPrior(disease: number): number {
    const grade = this.compiled.diseases[disease]?.definition.priorGrade ?? LEAST_KNOWN;
    return this.add(LOG_PRIOR, 0, deviationOfLogPrior(grade));
  }

  /** Place of P(outcome | something else); for a binary finding that of its presence serves both outcomes. */
  baseline(finding: number, outcome: number): number {
    const { baseline, baselineGrade } = this.compiled.findings[finding] ?? {};
    const state = this.stateOf(finding, outcome);
    const places = placesOf(this.baselines, finding);
    return (places[state] ??= this.addProbability(baseline?.[state] ?? NaN, baselineGrade));
  }

  /** Place of P(outcome | disease); for a binary finding that of its presence serves both outcomes. */
  probability(link: number, outcome: number): number {
    const known = this.compiled.links[link];
    const state = this.stateOf(known?.finding ?? -1, outcome);
    const places = placesOf(this.probabilities, link);
    return (places[state] ??= this.addProbability(
      numberOfLink(this.compiled, link, 'likelihood', state),
      known?.source.grade,
    ));
  }

  /** Place of the ln likelihood ratio of an outcome. */
  logRatio(link: number, outcome: number): number {
    const known = this.compiled.links[link];
    const places = placesOf(this.logRatios, link);
    return (places[outcome] ??= this.add(
      LOG_RATIO,
      numberOfLink(this.compiled, link, 'logRatio', outcome),
      deviationOfLogRatio(known?.source.grade ?? LEAST_KNOWN),
    ));
  }

  private stateOf(finding: number, outcome: number): number {
    return this.compiled.findings[finding]?.binary && outcome === ABSENT ? PRESENT : outcome;
  }

  private addProbability(probability: number, grade: Grade = LEAST_KNOWN): number {
    return this.add(LOGIT, Math.log(probability / (1 - probability)), deviationOfLogit(probability, grade));
  }

  private add(scale: Scale, centre: number, deviation: number): number {
    this.scales.push(scale);
    this.deviations.push(deviation);
    return this.centres.push(centre) - 1;
  }
}

function boundLogits(values: Float64Array, first: number, end: number): void {
  for (let at = first; at < end; at += 1) values[at] = boundedLogistic(values[at] ?? NaN);
}

function boundLogRatios(values: Float64Array, first: number, end: number): void {
  for (let at = first; at < end; at += 1) values[at] = clipLogLikelihoodRatio(values[at] ?? NaN);
}

function placesOf(places: Places, of: number): number[] {
  const known = places.get(of);
  if (known !== undefined) return known;
  const none: number[] = [];
  places.set(of, none);
  return none;
}
