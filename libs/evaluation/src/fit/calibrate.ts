import { bootstrap, clustersBy, type Estimate } from '../statistics/bootstrap';
import { mean } from '../statistics/quantile';
import { type Random, sampleWithout, seededRandom } from '../statistics/random';
import { CONSTANT_BOUNDS, type Constants } from './constants';
import { connectedGroups, spreadOverFolds } from './folds';
import { type Hidden, isFirst, logLoss, weightsOf } from './log-loss';
import { patternSearch } from './pattern-search';

/** A case whose diagnosis the knowledge base holds. */
export interface CalibrationCase {
  readonly dataSet: string;
  /** Cases that share one of these belong to one fold: labels, diseases, the case behind its translations. */
  readonly keys: readonly string[];
  /** Indices of the right diseases; at least one. */
  readonly gold: readonly number[];
  /** Natural log odds of each disease against Other under the constants given. */
  readonly scores: (constants: Constants) => Float64Array;
}

export interface DataSetFigures {
  readonly cases: number;
  /** Mean logarithmic score with some diseases hidden, in nats; lower is better. */
  readonly logLossBefore: number;
  readonly logLossAfter: number;
  /** Shares of the cases whose diagnosis is first, nothing hidden. */
  readonly top1Before: number;
  readonly top1After: number;
}

export interface CalibrationResult {
  readonly start: Constants;
  /** Fitted on all cases. */
  readonly fitted: Constants;
  /** By data set; "after" is measured on folds that took no part in the fit. */
  readonly dataSets: Readonly<Record<string, DataSetFigures>>;
  /** What the fit gains out of fold, in nats a case, each data set weighing the same. */
  readonly gain: Estimate;
  /** Whether the whole range of the gain is above 0. */
  readonly worthwhile: boolean;
}

const FOLDS = 5;
/** Share of the diseases that is hidden, so that their cases are Other's: how Other's prior is learnt. */
const HIDDEN_SHARE = 0.15;
/** Draws of hidden diseases per fold: one alone would make the fit depend on who was drawn. */
const HIDINGS = 8;
const SEED = 15;

/**
 * Fits the constants of the ranking to cases by their logarithmic score, each data set weighing the same. Five
 * folds by diagnosis; in each, eight times, a random 15 % of the diseases is hidden. The gain is measured on cases
 * that the fit has not seen.
 *
 * @param diseases how many the knowledge base holds
 */
export function calibrate(
  cases: readonly CalibrationCase[],
  diseases: number,
  start: Constants,
): CalibrationResult {
  const judged = judgedCases(cases, diseases);
  const fit = (some: readonly JudgedCase[]): Constants =>
    patternSearch((at) => meanLoss(some, at), start, CONSTANT_BOUNDS).at;
  const measured = Array.from({ length: FOLDS }, (_each, fold) => {
    const inside = judged.filter((one) => one.fold === fold);
    const constants = inside.length === 0 ? start : fit(judged.filter((one) => one.fold !== fold));
    return inside.map((one) => measure(one, start, constants));
  }).flat();
  const { gain } = bootstrap(
    clustersBy(measured, ({ group }) => String(group)),
    (sample) => ({ gain: overDataSets(sample, ({ before, after }) => before - after) }),
  );
  return {
    start,
    fitted: fit(judged),
    dataSets: figuresOf(measured),
    gain,
    worthwhile: gain.low !== null && gain.low > 0,
  };
}

/** The figures of cases that took no part in a fit, under two sets of constants. */
export function compareConstants(
  cases: readonly CalibrationCase[],
  diseases: number,
  before: Constants,
  after: Constants,
): Readonly<Record<string, DataSetFigures>> {
  return figuresOf(judgedCases(cases, diseases).map((one) => measure(one, before, after)));
}

interface JudgedCase extends CalibrationCase {
  readonly group: number;
  readonly fold: number;
  readonly hidings: readonly Hidden[];
}

function judgedCases(cases: readonly CalibrationCase[], diseases: number): JudgedCase[] {
  const groups = connectedGroups(cases.map(({ keys }) => keys));
  const folds = spreadOverFolds(groups, FOLDS);
  const random = seededRandom(SEED);
  const hidingsOf = Array.from({ length: FOLDS }, () =>
    Array.from({ length: HIDINGS }, () => hiding(diseases, random)),
  );
  return cases.map((one, index) => {
    const fold = folds[index] ?? 0;
    return { ...one, fold, group: groups[index] ?? 0, hidings: hidingsOf[fold] ?? [] };
  });
}

function hiding(diseases: number, random: Random): Hidden {
  const indices = Array.from({ length: diseases }, (_each, index) => index);
  const hidden = new Uint8Array(diseases);
  for (const disease of sampleWithout(indices, Math.round(HIDDEN_SHARE * diseases), random))
    hidden[disease] = 1;
  return hidden;
}

const meanLoss = (cases: readonly JudgedCase[], constants: Constants): number =>
  overDataSets(cases, (one) => lossOf(one, one.scores(constants))) ?? 0;

function lossOf({ gold, hidings }: JudgedCase, scores: Float64Array): number {
  const weights = weightsOf(scores);
  return mean(hidings.map((hidden) => logLoss(weights, gold, hidden))) ?? 0;
}

interface Measured {
  readonly dataSet: string;
  readonly group: number;
  readonly before: number;
  readonly after: number;
  readonly firstBefore: number;
  readonly firstAfter: number;
}

function measure(one: JudgedCase, before: Constants, after: Constants): Measured {
  const [scoresBefore, scoresAfter] = [one.scores(before), one.scores(after)];
  return {
    dataSet: one.dataSet,
    group: one.group,
    before: lossOf(one, scoresBefore),
    after: lossOf(one, scoresAfter),
    firstBefore: isFirst(scoresBefore, one.gold) ? 1 : 0,
    firstAfter: isFirst(scoresAfter, one.gold) ? 1 : 0,
  };
}

/** Mean over the data sets of their means: a large set does not outvote a small one. */
function overDataSets<Item extends { readonly dataSet: string }>(
  items: readonly Item[],
  valueOf: (item: Item) => number,
): number | null {
  const means = clustersBy(items, ({ dataSet }) => dataSet).flatMap((own) => mean(own.map(valueOf)) ?? []);
  return mean(means);
}

function figuresOf(measured: readonly Measured[]): Record<string, DataSetFigures> {
  const clusters = clustersBy(measured, ({ dataSet }) => dataSet);
  return Object.fromEntries(
    clusters.map((own) => {
      const of = (valueOf: (item: Measured) => number): number => mean(own.map(valueOf)) ?? 0;
      const figures = {
        cases: own.length,
        logLossBefore: of(({ before }) => before),
        logLossAfter: of(({ after }) => after),
        top1Before: of(({ firstBefore }) => firstBefore),
        top1After: of(({ firstAfter }) => firstAfter),
      };
      return [own[0]?.dataSet ?? '', figures];
    }),
  );
}
