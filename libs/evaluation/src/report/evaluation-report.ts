import { areaUnderRoc } from '../metrics/auroc';
import { meanReciprocalRank, topShare } from '../metrics/accuracy';
import { brierScore } from '../metrics/brier';
import {
  type Band,
  expectedCalibrationError,
  perfectlyCalibratedBand,
  type ReliabilityBin,
  reliabilityBins,
} from '../metrics/calibration-error';
import { recalibrationLine } from '../metrics/recalibration';
import { type CaseOutcome, type StatedProbability } from '../model/case-outcome';
import {
  bootstrap,
  type BootstrapOptions,
  clustersBy,
  type Estimate,
  type Figures,
} from '../statistics/bootstrap';
import { mean, quantile } from '../statistics/quantile';

export const ACCURACY_FIGURES = ['top1', 'top3', 'top5', 'top10', 'mrr'] as const;
type AccuracyFigure = (typeof ACCURACY_FIGURES)[number];
/** Shares 0..1 of the cases; `mrr` is the mean reciprocal rank. */
export type Accuracy = Readonly<Record<AccuracyFigure, Estimate>>;

/** What one file of cases says about the ranking. Intervals are percentile bootstraps over diagnoses. */
export interface EvaluationReport {
  readonly cases: number;
  /** Cases that could not be ranked; they count as misses. */
  readonly notRanked: number;
  readonly diagnoses: number;
  /** Cases whose gold standard is a disease of the knowledge base. */
  readonly covered: number;
  /** Cases covered at least by a broader diagnosis that a lenient score accepts. */
  readonly broadlyCovered: number;
  readonly overAll: Accuracy;
  readonly overCovered: Accuracy;
  /** Over all cases, a broader diagnosis accepted too. */
  readonly lenient: Accuracy;
  readonly mustNotMiss: {
    /** Cases whose gold standard is a must-not-miss disease of the knowledge base. */
    readonly cases: number;
    readonly recall: Estimate;
    /** Share of these cases in which a red flag of the disease's own fires. */
    readonly flagShare: Estimate;
    readonly medianLength: number | null;
    readonly maximumLength: number | null;
  };
  readonly calibration: {
    /** Over the diseases listed and Other, 0..2; Other is right where the case is not covered. */
    readonly brier: Estimate;
    readonly brierCovered: Estimate;
    /** Of the probability of the disease listed first. */
    readonly expectedError: Estimate;
    /** What `expectedError` would be for a perfectly calibrated ranker of this sample size. */
    readonly perfectBand: Band;
    /** Over all probabilities listed, Other included. */
    readonly slope: Estimate;
    readonly intercept: Estimate;
    readonly bins: readonly ReliabilityBin[];
    /** Area under the ROC of Other's probability for 'the answer is not in the knowledge base'. */
    readonly otherAuroc: Estimate;
  };
}

/** Measures outcomes; the same outcomes and options give the same figures. */
export function evaluate(outcomes: readonly CaseOutcome[], options: BootstrapOptions = {}): EvaluationReport {
  const clusters = clustersBy(outcomes, diagnosisOf);
  const covered = outcomes.filter(isCovered);
  const figures = bootstrap(clusters, allFigures, options);
  const lengths = outcomes.filter(({ ranked }) => ranked).map(({ mustNotMiss }) => mustNotMiss.length);
  const leaders = leadersOf(outcomes);
  return {
    cases: outcomes.length,
    notRanked: outcomes.filter(({ ranked }) => !ranked).length,
    diagnoses: clusters.length,
    covered: covered.length,
    broadlyCovered: outcomes.filter(({ broadlyCovered }) => broadlyCovered).length,
    overAll: accuracyIn(figures, 'all'),
    overCovered: accuracyIn(figures, 'covered'),
    lenient: accuracyIn(figures, 'lenient'),
    mustNotMiss: {
      cases: outcomes.filter(({ mustNotMiss }) => mustNotMiss.wanted).length,
      recall: figures.mustNotMissRecall,
      flagShare: figures.flagShare,
      medianLength: quantile(lengths, 0.5),
      maximumLength: quantile(lengths, 1),
    },
    calibration: {
      brier: figures.brier,
      brierCovered: figures.brierCovered,
      expectedError: figures.expectedError,
      perfectBand: perfectlyCalibratedBand(leaders, options),
      slope: figures.slope,
      intercept: figures.intercept,
      bins: reliabilityBins(leaders),
      otherAuroc: figures.otherAuroc,
    },
  };
}

type Group = 'all' | 'covered' | 'lenient';
type Name =
  | `${Group}.${AccuracyFigure}`
  | 'mustNotMissRecall'
  | 'flagShare'
  | 'brier'
  | 'brierCovered'
  | 'expectedError'
  | 'slope'
  | 'intercept'
  | 'otherAuroc';

function allFigures(sample: readonly CaseOutcome[]): Figures<Name> {
  const covered = sample.filter(isCovered);
  const dangerous = sample.filter(({ mustNotMiss }) => mustNotMiss.wanted);
  const line = recalibrationLine(sample.flatMap(({ stated }) => stated));
  return {
    ...accuracyFigures(
      'all',
      sample.map(({ rank }) => rank),
    ),
    ...accuracyFigures(
      'covered',
      covered.map(({ rank }) => rank),
    ),
    ...accuracyFigures(
      'lenient',
      sample.map(({ broaderRank }) => broaderRank),
    ),
    mustNotMissRecall: mean(dangerous.map(({ mustNotMiss }) => (mustNotMiss.found ? 1 : 0))),
    flagShare: mean(dangerous.map(({ mustNotMiss }) => (mustNotMiss.flagged ? 1 : 0))),
    brier: meanBrier(sample),
    brierCovered: meanBrier(covered),
    expectedError: expectedCalibrationError(leadersOf(sample)),
    slope: line?.slope ?? null,
    intercept: line?.intercept ?? null,
    otherAuroc: areaUnderRoc(
      sample.flatMap((outcome) => (outcome.broadlyCovered ? [] : (outcome.other ?? []))),
      covered.flatMap(({ other }) => other ?? []),
    ),
  };
}

function accuracyFigures<G extends Group>(
  group: G,
  places: readonly (number | null)[],
): Figures<`${G}.${AccuracyFigure}`> {
  const figures = {
    top1: topShare(places, 1),
    top3: topShare(places, 3),
    top5: topShare(places, 5),
    top10: topShare(places, 10),
    mrr: meanReciprocalRank(places),
  };
  const named = ACCURACY_FIGURES.map((name) => [`${group}.${name}`, figures[name]] as const);
  return Object.fromEntries(named) as Figures<`${G}.${AccuracyFigure}`>;
}

function accuracyIn(figures: Readonly<Record<Name, Estimate>>, group: Group): Accuracy {
  const named = ACCURACY_FIGURES.map((name) => [name, figures[`${group}.${name}`]] as const);
  return Object.fromEntries(named) as Record<AccuracyFigure, Estimate>;
}

const meanBrier = (sample: readonly CaseOutcome[]): number | null =>
  mean(sample.filter(({ ranked }) => ranked).map(({ stated }) => brierScore(stated)));

const leadersOf = (sample: readonly CaseOutcome[]): StatedProbability[] =>
  sample.flatMap(({ leader }) => leader ?? []);

const isCovered = ({ goldDiseases }: CaseOutcome): boolean => goldDiseases.length > 0;

/** Cases with the same labels are of one diagnosis. */
const diagnosisOf = ({ labels }: CaseOutcome): string => [...labels].sort().join('\n');
