import { mean } from '../statistics/quantile';
import {
  bootstrap,
  type BootstrapOptions,
  clustersBy,
  type Estimate,
  type Figures,
} from '../statistics/bootstrap';
import { shiftOf, type SwappedPair, type TwoSides } from './swapped-pair';

export type PairedFigure = 'top1' | 'top3' | 'probability';

/** One figure for the first patients, for the second, and the second less the first. Shares 0..1. */
export interface PairedEstimate {
  readonly first: Estimate;
  readonly second: Estimate;
  readonly difference: Estimate;
}

/** What pairs say that differ in one attribute. Intervals are bootstraps that draw whole diagnoses. */
export interface PairedFigures extends Readonly<Record<PairedFigure, PairedEstimate>> {
  readonly pairs: number;
  /** Pairs whose right disease has the same place for both. */
  readonly samePlace: number;
  /** Pairs whose right disease is first for one of the two only. */
  readonly firstOnlyForFirst: number;
  readonly firstOnlyForSecond: number;
  /** Pairs whose right disease's probability differs by more than the tolerance. */
  readonly beyondTolerance: number;
}

/** The probability of the right disease where only its competitors may move it. */
export interface HeldFigures {
  readonly pairs: number;
  readonly probability: PairedEstimate;
  readonly beyondTolerance: number;
}

/** A disease that moved the right one where its own weight was held. */
export interface Mover {
  readonly diseaseId: string;
  /** Pairs beyond the tolerance in which no other competitor moved more. */
  readonly pairs: number;
  /** Mean of its probability for the second patient less that for the first, over these pairs. */
  readonly meanShift: number;
}

export interface SwapReport {
  /** What the two patients are called, as `female`. */
  readonly sides: readonly [string, string];
  /** Greatest difference of a probability that counts as none. */
  readonly tolerance: number;
  /** Cases that could not be told of both patients, or have no right disease in the knowledge base. */
  readonly notSwapped: number;
  /** Pairs of which the knowledge base says that the attribute should not matter: the test proper. */
  readonly neutral: PairedFigures;
  /** Pairs whose right disease is commoner in, or possible for, one of the two: they should differ. */
  readonly notNeutral: PairedFigures;
  /** Pairs possible for both, the right disease's own weight held: what competitors alone do. */
  readonly held: HeldFigures;
  readonly movers: readonly Mover[];
}

export interface SwapHead {
  readonly sides: readonly [string, string];
  readonly tolerance: number;
  readonly notSwapped: number;
}

/** Measures pairs, those for which the attribute should not matter apart from the others. */
export function swapReport(
  pairs: readonly SwappedPair[],
  head: SwapHead,
  options: BootstrapOptions = {},
): SwapReport {
  const neutral = pairs.filter(({ isNeutral }) => isNeutral);
  const rest = pairs.filter(({ isNeutral }) => !isNeutral);
  return {
    ...head,
    neutral: figuresOf(neutral, head.tolerance, options),
    notNeutral: figuresOf(rest, head.tolerance, options),
    held: heldFigures(pairs, head.tolerance, options),
    movers: moversOf(pairs.filter(({ held }) => held !== null && gap(held) > head.tolerance)),
  };
}

type Probabilities = readonly [number, number];

const gap = ([first, second]: Probabilities): number => Math.abs(second - first);

function heldFigures(
  pairs: readonly SwappedPair[],
  tolerance: number,
  options: BootstrapOptions,
): HeldFigures {
  const held = pairs.flatMap(({ labels, held: probabilities }) =>
    probabilities === null ? [] : [{ labels, probabilities }],
  );
  const { first, second, difference } = bootstrap(
    clustersBy(held, diagnosisOf),
    (sample) => ({
      first: mean(sample.map(({ probabilities }) => probabilities[0])),
      second: mean(sample.map(({ probabilities }) => probabilities[1])),
      difference: mean(sample.map(({ probabilities }) => probabilities[1] - probabilities[0])),
    }),
    options,
  );
  return {
    pairs: held.length,
    probability: { first, second, difference },
    beyondTolerance: held.filter(({ probabilities }) => gap(probabilities) > tolerance).length,
  };
}

/** Cases with the same labels are of one diagnosis. */
const diagnosisOf = ({ labels }: Pick<SwappedPair, 'labels'>): string => [...labels].sort().join('\n');

function figuresOf(
  pairs: readonly SwappedPair[],
  tolerance: number,
  options: BootstrapOptions,
): PairedFigures {
  const clusters = clustersBy(pairs, diagnosisOf);
  const estimates = bootstrap(clusters, measure, options);
  const paired = (name: PairedFigure): PairedEstimate => ({
    first: estimates[`${name}.first`],
    second: estimates[`${name}.second`],
    difference: estimates[`${name}.difference`],
  });
  const isFirst = ({ right }: SwappedPair, side: 0 | 1): boolean => right.places[side] === 1;
  return {
    pairs: pairs.length,
    samePlace: pairs.filter(({ right: { places } }) => places[0] === places[1]).length,
    firstOnlyForFirst: pairs.filter((pair) => isFirst(pair, 0) && !isFirst(pair, 1)).length,
    firstOnlyForSecond: pairs.filter((pair) => isFirst(pair, 1) && !isFirst(pair, 0)).length,
    beyondTolerance: pairs.filter(({ right }) => gap(right.probabilities) > tolerance).length,
    top1: paired('top1'),
    top3: paired('top3'),
    probability: paired('probability'),
  };
}

type Name = `${PairedFigure}.${keyof PairedEstimate}`;

function measure(sample: readonly SwappedPair[]): Figures<Name> {
  const rights = sample.map(({ right }) => right);
  const within = (side: 0 | 1, places: number) => (sides: TwoSides) =>
    (sides.places[side] ?? Infinity) <= places ? 1 : 0;
  const chance = (side: 0 | 1) => (sides: TwoSides) => sides.probabilities[side];
  return {
    ...both('top1', rights, within(0, 1), within(1, 1)),
    ...both('top3', rights, within(0, 3), within(1, 3)),
    ...both('probability', rights, chance(0), chance(1)),
  };
}

function both<N extends PairedFigure>(
  name: N,
  rights: readonly TwoSides[],
  first: (sides: TwoSides) => number,
  second: (sides: TwoSides) => number,
): Figures<`${N}.${keyof PairedEstimate}`> {
  const values = {
    [`${name}.first`]: mean(rights.map(first)),
    [`${name}.second`]: mean(rights.map(second)),
    [`${name}.difference`]: mean(rights.map((sides) => second(sides) - first(sides))),
  };
  return values as Figures<`${N}.${keyof PairedEstimate}`>;
}

function moversOf(pairs: readonly SwappedPair[]): Mover[] {
  const leading = pairs.flatMap(({ competitors: [mover] }) => mover ?? []);
  return clustersBy(leading, ({ diseaseId }) => diseaseId)
    .map((own) => ({
      diseaseId: own[0]?.diseaseId ?? '',
      pairs: own.length,
      meanShift: mean(own.map(shiftOf)) ?? 0,
    }))
    .sort((a, b) => b.pairs - a.pairs || (a.diseaseId < b.diseaseId ? -1 : 1));
}
