import {
  bootstrap,
  clustersBy,
  type Estimate,
  type Figures,
  type Retrieval,
  retrievalFigures,
  sumOfRetrievals,
  topShare,
} from '@openrounds/evaluation';
import { assertionsOf, factsOfCoding, retrievalsOf } from '../evaluation/facts-of-text';
import { type SameLine } from '../evaluation/same-line';
import { type CaseReading } from './readings';
import { type Way, WAYS } from './ways-of-reading';

/** Shares 0..1. Of what is present and of what is denied or normal; how often the right side; the right diagnosis. */
export const FIGURES = [
  'present.precision',
  'present.recall',
  'absent.precision',
  'absent.recall',
  'assertion',
  'top1',
  'top3',
  'top5',
] as const;
export type Figure = (typeof FIGURES)[number];

/** How well texts were read in one way, and how much better merged than by the rules alone. */
export type ReadingFigures = Readonly<Record<Way | 'gain', Readonly<Record<Figure, Estimate>>>>;

type Name = `${Way | 'gain'} ${Figure}`;

/** What a case adds to the figures of each way. */
interface Measured {
  readonly ways: Readonly<Record<Way, MeasuredWay>>;
}
interface MeasuredWay {
  readonly retrievals: readonly Readonly<Record<'present' | 'absent', Retrieval>>[];
  readonly assertions: readonly { readonly of: number; readonly right: number }[];
  readonly rank: number | null;
}

/** Figures with percentile bootstrap intervals over diagnoses; the gain is of the same cases drawn. */
export function readingFigures(readings: readonly CaseReading[], sameLine: SameLine): ReadingFigures {
  const clusters = clustersBy(readings, ({ ways }) => [...ways.rules.outcome.labels].sort().join('\n'));
  const measured = clusters.map((cluster) => cluster.map((reading) => measuredOf(reading, sameLine)));
  const estimates = bootstrap(measured, figuresOf);
  const of = (way: Way | 'gain') =>
    Object.fromEntries(FIGURES.map((figure) => [figure, estimates[`${way} ${figure}`]])) as Record<
      Figure,
      Estimate
    >;
  return { rules: of('rules'), reader: of('reader'), merged: of('merged'), gain: of('gain') };
}

function measuredOf({ coded, ways }: CaseReading, sameLine: SameLine): Measured {
  const measuredWay = (way: Way): MeasuredWay => {
    const { facts, outcome } = ways[way];
    return {
      retrievals: coded === undefined ? [] : [retrievalsOf(coded, facts, sameLine)],
      assertions: coded === undefined ? [] : [assertionsOf(coded, facts, sameLine)],
      rank: outcome.rank,
    };
  };
  return {
    ways: { rules: measuredWay('rules'), reader: measuredWay('reader'), merged: measuredWay('merged') },
  };
}

function figuresOf(sample: readonly Measured[]): Figures<Name> {
  const byWay = WAYS.map((way) => [way, figuresOfWay(sample.map(({ ways }) => ways[way]))] as const);
  const { rules, merged } = Object.fromEntries(byWay) as Record<Way, Figures<Figure>>;
  const gain = FIGURES.map((figure) => [figure, less(merged[figure], rules[figure])] as const);
  const named = [...byWay, ['gain', Object.fromEntries(gain) as Figures<Figure>] as const].flatMap(
    ([way, figures]) => FIGURES.map((figure) => [`${way} ${figure}`, figures[figure]] as const),
  );
  return Object.fromEntries(named) as Figures<Name>;
}

function figuresOfWay(cases: readonly MeasuredWay[]): Figures<Figure> {
  const side = (which: 'present' | 'absent') =>
    retrievalFigures(
      sumOfRetrievals(cases.flatMap(({ retrievals }) => retrievals.map((each) => each[which]))),
    );
  const assertions = cases.flatMap((each) => each.assertions);
  const of = assertions.reduce((sum, each) => sum + each.of, 0);
  const right = assertions.reduce((sum, each) => sum + each.right, 0);
  const places = cases.map(({ rank }) => rank);
  return {
    'present.precision': side('present').precision,
    'present.recall': side('present').recall,
    'absent.precision': side('absent').precision,
    'absent.recall': side('absent').recall,
    assertion: of === 0 ? null : right / of,
    top1: topShare(places, 1),
    top3: topShare(places, 3),
    top5: topShare(places, 5),
  };
}

const less = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other;

/** How many of the coded facts a model could have chosen: those on whose line a finding was offered. */
export function offeredOf(readings: readonly CaseReading[], sameLine: SameLine) {
  const facts = readings.flatMap(({ coded, offered }) =>
    coded === undefined
      ? []
      : factsOfCoding(coded).map(({ findingId }) => [...offered].some((id) => sameLine(id, findingId))),
  );
  return { of: facts.length, offered: facts.filter((isOffered) => isOffered).length };
}

/** Of the findings that a model added, how many the coding bears out; what may be read without fault is not counted. */
export function additionsOf(readings: readonly CaseReading[], sameLine: SameLine) {
  const retrievals = readings.flatMap(({ coded, checked, ways }) => {
    if (coded === undefined) return [];
    const added = new Set(
      checked.standing.filter(({ verdict }) => verdict === 'adds').map(({ findingId }) => findingId),
    );
    const facts = ways.merged.facts.filter(({ findingId }) => added.has(findingId));
    return Object.values(retrievalsOf(coded, facts, sameLine));
  });
  const { proposed, proposedRight } = sumOfRetrievals(retrievals);
  return { of: proposed, right: proposedRight };
}
