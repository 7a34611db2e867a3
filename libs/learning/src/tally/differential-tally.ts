import { leaderOf, type StatedList } from '../scores/stated-list';
import { binOf, type Histogram, mergeHistograms, NO_VOTES } from './histogram';

/** What a class gave one disease. */
export interface DiseaseTally {
  readonly diseaseId: string;
  /** How many named it. */
  readonly named: number;
  /** How many put it alone in the first place. */
  readonly first: number;
  /** Sum of the points. */
  readonly points: number;
  /** Of those who named it. */
  readonly histogram: Histogram;
}

/** Counts of a differential round. Whole numbers only: tallies of parts merge to exactly the tally of the whole. */
export interface DifferentialTally {
  readonly kind: 'differential';
  readonly answered: number;
  /** By disease id, in code-unit order. */
  readonly diseases: readonly DiseaseTally[];
  readonly other: { readonly points: number; readonly histogram: Histogram };
}

/** Counts lists whose words are matched already. */
export function differentialTally(lists: Iterable<StatedList>): DifferentialTally {
  const diseases = new Map<string, { named: number; first: number; points: number; histogram: number[] }>();
  const other = { points: 0, histogram: [...NO_VOTES] };
  let answered = 0;
  for (const list of lists) {
    answered += 1;
    count(other, list.other);
    const leader = leaderOf(list);
    for (const [diseaseId, points] of list.points) {
      const row = diseases.get(diseaseId) ?? { named: 0, first: 0, points: 0, histogram: [...NO_VOTES] };
      diseases.set(diseaseId, row);
      row.named += 1;
      if (diseaseId === leader) row.first += 1;
      count(row, points);
    }
  }
  const rows = [...diseases].map(([diseaseId, row]) => ({ diseaseId, ...row }));
  return { kind: 'differential', answered, diseases: rows.sort(byDisease), other };
}

export function mergeDifferential(one: DifferentialTally, two: DifferentialTally): DifferentialTally {
  const rows = new Map(one.diseases.map((row) => [row.diseaseId, row]));
  for (const row of two.diseases) {
    const before = rows.get(row.diseaseId);
    rows.set(row.diseaseId, before === undefined ? row : mergeRows(before, row));
  }
  return {
    kind: 'differential',
    answered: one.answered + two.answered,
    diseases: [...rows.values()].sort(byDisease),
    other: {
      points: one.other.points + two.other.points,
      histogram: mergeHistograms(one.other.histogram, two.other.histogram),
    },
  };
}

function mergeRows(one: DiseaseTally, two: DiseaseTally): DiseaseTally {
  return {
    diseaseId: one.diseaseId,
    named: one.named + two.named,
    first: one.first + two.first,
    points: one.points + two.points,
    histogram: mergeHistograms(one.histogram, two.histogram),
  };
}

function count(into: { points: number; histogram: number[] }, points: number): void {
  const bin = binOf(points);
  into.points += points;
  into.histogram[bin] = (into.histogram[bin] ?? 0) + 1;
}

function byDisease(one: DiseaseTally, two: DiseaseTally): number {
  return one.diseaseId < two.diseaseId ? -1 : 1;
}
