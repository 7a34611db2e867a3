import { ABSENT, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { type Grade } from '../model/knowledge';
import { deviationOfLogit, deviationOfLogPrior, deviationOfLogRatio } from './uncertainty';

const LEAST_KNOWN: Grade = 'D';

/** The numbers of the knowledge base that a set of scores rests on, each once, with how far it may be off. */
export class UncertainNumbers {
  /** Expected value: of a probability its logit, of a likelihood ratio its logarithm, of ln prior the deviation 0. */
  readonly centres: number[] = [];
  /** Standard deviation on that scale. */
  readonly deviations: number[] = [];

  private readonly places = new Map<string, number>();

  constructor(private readonly compiled: CompiledKnowledge) {}

  /** Place of the deviation of a disease's ln prior from what the knowledge base says. */
  logPrior(disease: number): number {
    const grade = this.compiled.diseases[disease]?.definition.priorGrade ?? LEAST_KNOWN;
    return this.place(`prior ${disease}`, () => [0, deviationOfLogPrior(grade)]);
  }

  /** Place of logit P(outcome | something else); for a binary finding that of its presence serves both outcomes. */
  baseline(finding: number, outcome: number): number {
    const { baseline, baselineGrade } = this.compiled.findings[finding] ?? {};
    const state = this.stateOf(finding, outcome);
    return this.place(`baseline ${finding} ${state}`, () =>
      logitWithDeviation(baseline?.[state] ?? NaN, baselineGrade ?? LEAST_KNOWN),
    );
  }

  /** Place of logit P(outcome | disease); for a binary finding that of its presence serves both outcomes. */
  probability(link: number, outcome: number): number {
    const known = this.compiled.links[link];
    const state = this.stateOf(known?.finding ?? -1, outcome);
    return this.place(`probability ${link} ${state}`, () =>
      logitWithDeviation(known?.likelihood[state] ?? NaN, known?.source.grade ?? LEAST_KNOWN),
    );
  }

  /** Place of the ln likelihood ratio of an outcome. */
  logRatio(link: number, outcome: number): number {
    const known = this.compiled.links[link];
    return this.place(`ratio ${link} ${outcome}`, () => [
      known?.logRatio[outcome] ?? NaN,
      deviationOfLogRatio(known?.source.grade ?? LEAST_KNOWN),
    ]);
  }

  private stateOf(finding: number, outcome: number): number {
    return this.compiled.findings[finding]?.binary && outcome === ABSENT ? PRESENT : outcome;
  }

  private place(key: string, describe: () => readonly [centre: number, deviation: number]): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const [centre, deviation] = describe();
    const place = this.centres.push(centre) - 1;
    this.deviations.push(deviation);
    this.places.set(key, place);
    return place;
  }
}

function logitWithDeviation(probability: number, grade: Grade): readonly [number, number] {
  return [Math.log(probability / (1 - probability)), deviationOfLogit(probability, grade)];
}
