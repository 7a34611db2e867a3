import { ABSENT, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { type Grade } from '../model/knowledge';
import { clipLogLikelihoodRatio, clipProbability } from '../numeric/bounds';
import { deviationOfLogit, deviationOfLogPrior, deviationOfLogRatio } from './uncertainty';

const LEAST_KNOWN: Grade = 'D';

/** On which scale a number is drawn. */
type Scale = 'logit' | 'log-ratio' | 'log-prior';

/** The numbers of the knowledge base that a set of scores rests on, each once, with how far it may be off. */
export class UncertainNumbers {
  private readonly scales: Scale[] = [];
  private readonly centres: number[] = [];
  private readonly deviations: number[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly compiled: CompiledKnowledge) {}

  get count(): number {
    return this.centres.length;
  }

  /**
   * Draws every number: probabilities and likelihood ratios within their bounds, of ln prior the deviation.
   *
   * @param values receives the numbers by place
   * @param normal standard normal deviates
   */
  draw(values: Float64Array, normal: () => number): void {
    for (let place = 0; place < this.centres.length; place += 1) {
      const value = (this.centres[place] ?? 0) + (this.deviations[place] ?? 0) * normal();
      const scale = this.scales[place];
      if (scale === 'logit') values[place] = clipProbability(1 / (1 + Math.exp(-value)));
      else values[place] = scale === 'log-ratio' ? clipLogLikelihoodRatio(value) : value;
    }
  }

  /** Place of the deviation of a disease's ln prior from what the knowledge base says. */
  logPrior(disease: number): number {
    const grade = this.compiled.diseases[disease]?.definition.priorGrade ?? LEAST_KNOWN;
    return this.place(`prior ${disease}`, 'log-prior', () => [0, deviationOfLogPrior(grade)]);
  }

  /** Place of P(outcome | something else); for a binary finding that of its presence serves both outcomes. */
  baseline(finding: number, outcome: number): number {
    const { baseline, baselineGrade } = this.compiled.findings[finding] ?? {};
    const state = this.stateOf(finding, outcome);
    return this.place(`baseline ${finding} ${state}`, 'logit', () =>
      logitWithDeviation(baseline?.[state] ?? NaN, baselineGrade ?? LEAST_KNOWN),
    );
  }

  /** Place of P(outcome | disease); for a binary finding that of its presence serves both outcomes. */
  probability(link: number, outcome: number): number {
    const known = this.compiled.links[link];
    const state = this.stateOf(known?.finding ?? -1, outcome);
    return this.place(`probability ${link} ${state}`, 'logit', () =>
      logitWithDeviation(known?.likelihood[state] ?? NaN, known?.source.grade ?? LEAST_KNOWN),
    );
  }

  /** Place of the ln likelihood ratio of an outcome. */
  logRatio(link: number, outcome: number): number {
    const known = this.compiled.links[link];
    return this.place(`ratio ${link} ${outcome}`, 'log-ratio', () => [
      known?.logRatio[outcome] ?? NaN,
      deviationOfLogRatio(known?.source.grade ?? LEAST_KNOWN),
    ]);
  }

  private stateOf(finding: number, outcome: number): number {
    return this.compiled.findings[finding]?.binary && outcome === ABSENT ? PRESENT : outcome;
  }

  private place(
    key: string,
    scale: Scale,
    describe: () => readonly [centre: number, deviation: number],
  ): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const [centre, deviation] = describe();
    const place = this.centres.push(centre) - 1;
    this.deviations.push(deviation);
    this.scales.push(scale);
    this.places.set(key, place);
    return place;
  }
}

function logitWithDeviation(probability: number, grade: Grade): readonly [number, number] {
  return [Math.log(probability / (1 - probability)), deviationOfLogit(probability, grade)];
}
