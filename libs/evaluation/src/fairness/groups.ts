import { type CaseOutcome } from '../model/case-outcome';
import { clustersBy, type Estimate } from '../statistics/bootstrap';
import { type Count, differenceOfShares, wilsonShare } from '../statistics/wilson';

/** What cases can be parted by. */
export const ATTRIBUTES = ['sex', 'age', 'language', 'setting'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** A case with what is known of its patient and of how it is told; `unknown` where nothing is. */
export interface AttributedOutcome {
  readonly outcome: CaseOutcome;
  readonly attributes: Readonly<Record<Attribute, string>>;
}

/** How good the lists are for the cases that share a value of an attribute. Shares 0..1, Wilson intervals. */
export interface GroupFigures {
  readonly value: string;
  readonly cases: number;
  /** How many diagnoses they are of: cases of one stand and fall together, which the intervals do not know. */
  readonly diagnoses: number;
  readonly top1: Estimate;
  readonly top3: Estimate;
  readonly top5: Estimate;
  /** `top3` less that of all cases with another value. */
  readonly top3AgainstOthers: Estimate;
  /** Of the cases whose diagnosis must not be missed, how many have it on that list. */
  readonly mustNotMissCases: number;
  readonly mustNotMissRecall: Estimate;
}

/** The groups of one attribute, in the order of their values' first case. */
export interface GroupReport {
  readonly attribute: Attribute;
  readonly groups: readonly GroupFigures[];
}

/** Measures the groups of each attribute. */
export const groupReports = (cases: readonly AttributedOutcome[], by: readonly Attribute[]): GroupReport[] =>
  by.map((attribute) => ({
    attribute,
    groups: clustersBy(cases, ({ attributes }) => attributes[attribute]).map((group) =>
      figuresOf(group[0]?.attributes[attribute] ?? '', group, cases),
    ),
  }));

function figuresOf(
  value: string,
  group: readonly AttributedOutcome[],
  all: readonly AttributedOutcome[],
): GroupFigures {
  const own = outcomesOf(group);
  const members = new Set(own);
  const others = outcomesOf(all).filter((outcome) => !members.has(outcome));
  const dangerous = own.filter(({ mustNotMiss }) => mustNotMiss.wanted);
  return {
    value,
    cases: own.length,
    diagnoses: new Set(own.map(({ labels }) => [...labels].sort().join('\n'))).size,
    top1: wilsonShare(within(own, 1)),
    top3: wilsonShare(within(own, 3)),
    top5: wilsonShare(within(own, 5)),
    top3AgainstOthers: differenceOfShares(within(own, 3), within(others, 3)),
    mustNotMissCases: dangerous.length,
    mustNotMissRecall: wilsonShare(countOf(dangerous, ({ mustNotMiss }) => mustNotMiss.found)),
  };
}

const outcomesOf = (cases: readonly AttributedOutcome[]): CaseOutcome[] =>
  cases.map(({ outcome }) => outcome);

const within = (outcomes: readonly CaseOutcome[], places: number): Count =>
  countOf(outcomes, ({ rank }) => rank !== null && rank <= places);

const countOf = (outcomes: readonly CaseOutcome[], test: (outcome: CaseOutcome) => boolean): Count => ({
  hits: outcomes.filter(test).length,
  of: outcomes.length,
});
