import { type RankedDisease, type RankResult } from '@openrounds/ddx-engine';

/** Why a disease weighs otherwise for the second patient than for the first, whose findings are the same. */
export type ReasonOfChange =
  /** Its prior contributes so many times as much to the odds. */
  | { readonly kind: 'prior'; readonly times: number }
  /** It is impossible for one of the two. */
  | { readonly kind: 'impossible'; readonly side: 'first' | 'second' }
  /** A finding contributes so many times as much. */
  | { readonly kind: 'finding'; readonly findingId: string; readonly times: number };

/** What one disease is for each of the two patients. Of an impossible one the place is null and the probability 0. */
export interface TwoSides {
  readonly diseaseId: string;
  readonly places: readonly [number | null, number | null];
  readonly probabilities: readonly [number, number];
  /** Empty where only what others weigh has changed it. */
  readonly because: readonly ReasonOfChange[];
}

/** One case ranked for two patients who differ in a single attribute. */
export interface SwappedPair {
  readonly id: string;
  readonly labels: readonly string[];
  /** The right disease with the better place. */
  readonly right: TwoSides;
  /** Whether the knowledge base gives none of the right diseases a reason to weigh otherwise. */
  readonly isNeutral: boolean;
  /**
   * The right disease's probabilities if it weighed for the second patient what it weighs for the first, so that only its
   * competitors move it; null where it is impossible for one of them.
   */
  readonly held: readonly [number, number] | null;
  /** The other diseases that it gives a reason, those whose probability moves most first. */
  readonly competitors: readonly TwoSides[];
}

/** Less than this is rounding: sums of some thirty contributions in double precision. */
const ROUNDING = 1e-9;

interface RankedPair {
  readonly id: string;
  readonly labels: readonly string[];
  /** Ids of the diseases that are right. */
  readonly right: readonly string[];
  /** The full lists of both. */
  readonly lists: readonly [RankResult, RankResult];
}

/** Compares the lists of two patients with the same findings; undefined where no right disease is possible for either. */
export function swappedPair({ id, labels, right, lists }: RankedPair): SwappedPair | undefined {
  const [first, second] = lists.map(({ differential }) => new Map(differential.map((d) => [d.diseaseId, d])));
  const ids = [...new Set(lists.flatMap(({ differential }) => differential.map((d) => d.diseaseId)))];
  const all = ids.map((one) => sidesOf(one, first?.get(one), second?.get(one)));
  const wanted = new Set(right);
  const rights = all.filter(({ diseaseId }) => wanted.has(diseaseId));
  const [best] = rights.sort((a, b) => bestPlace(a) - bestPlace(b));
  if (best === undefined) return undefined;
  return {
    id,
    labels,
    right: best,
    isNeutral: rights.every(({ because }) => because.length === 0),
    held: heldOf(best),
    competitors: all
      .filter(({ diseaseId, because }) => because.length > 0 && !wanted.has(diseaseId))
      .sort((a, b) => Math.abs(shiftOf(b)) - Math.abs(shiftOf(a))),
  };
}

/** By how much the probability is higher for the second patient. */
export const shiftOf = ({ probabilities: [first, second] }: TwoSides): number => second - first;

/** In a soft-max, a disease that weighs 1 / `times` as much has its odds against all others divided by just that. */
function heldOf({ probabilities: [first, second], because }: TwoSides): [number, number] | null {
  let times = 1;
  for (const reason of because) {
    if (reason.kind === 'impossible') return null;
    times *= reason.times;
  }
  return [first, second / (second + times * (1 - second))];
}

const bestPlace = ({ places }: TwoSides): number => Math.min(...places.map((place) => place ?? Infinity));

const sidesOf = (
  diseaseId: string,
  first: RankedDisease | undefined,
  second: RankedDisease | undefined,
): TwoSides => ({
  diseaseId,
  places: [first?.rank ?? null, second?.rank ?? null],
  probabilities: [first?.probability ?? 0, second?.probability ?? 0],
  because: reasonsOf(first, second),
});

function reasonsOf(first: RankedDisease | undefined, second: RankedDisease | undefined): ReasonOfChange[] {
  if (first === undefined || second === undefined)
    return [{ kind: 'impossible', side: first === undefined ? 'first' : 'second' }];
  const prior = second.priorContribution - first.priorContribution;
  const [before, after] = [contributionsOf(first), contributionsOf(second)];
  const findings = [...new Set([...before.keys(), ...after.keys()])].flatMap((findingId) => {
    const change = (after.get(findingId) ?? 0) - (before.get(findingId) ?? 0);
    return Math.abs(change) > ROUNDING
      ? [{ kind: 'finding' as const, findingId, times: Math.exp(change) }]
      : [];
  });
  return Math.abs(prior) > ROUNDING ? [{ kind: 'prior', times: Math.exp(prior) }, ...findings] : findings;
}

function contributionsOf({ evidence }: RankedDisease): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { findingId, contribution } of evidence)
    sums.set(findingId, (sums.get(findingId) ?? 0) + contribution);
  return sums;
}
