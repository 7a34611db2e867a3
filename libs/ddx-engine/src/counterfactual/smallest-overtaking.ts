import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { familyOf } from '../evidence/code-case';
import { TIE } from '../numeric/bounds';
import { sortDescending } from '../numeric/order';
import { leadersByScore, type ScoredCase } from '../ranking/scored-case';
import { contradictsItself, imaginable, imagine, type ImaginedObservation } from './imagined-observation';

/** A change of the case after which another disease is first. */
export interface Overtaking {
  readonly changes: readonly ImaginedObservation[];
  /** The disease that is first afterwards. */
  readonly first: number;
  /** Its score minus that of the next one. */
  readonly lead: number;
}

/** One observation imagined otherwise, with what that adds to the score of every disease. */
interface Single {
  readonly change: ImaginedObservation;
  /** Place in the order of finding ids and outcomes, for ties. */
  readonly place: number;
  readonly possible: boolean;
  readonly added: Float64Array;
}

type Candidate = Overtaking & { readonly places: readonly number[] };

/** The one change, or else the two, that put another disease first with the largest lead. */
export function smallestOvertaking(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  formerFirst: number,
): Overtaking | undefined {
  const singles = imaginable(compiled, scored.coded).map((change, place) =>
    single(compiled, scored, change, place),
  );
  const judge = (group: readonly Single[], scores: Float64Array): Candidate[] =>
    overtaking(compiled, formerFirst, group, scores);
  const byOne = singles
    .filter(({ possible }) => possible)
    .flatMap((one) => judge([one], sum(scored.scores, one.added)));
  return (
    best(byOne) ??
    best(
      [...pairsOf(compiled, scored, singles, formerFirst)].flatMap(([group, scores]) => judge(group, scores)),
    )
  );
}

function single(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  change: ImaginedObservation,
  place: number,
): Single {
  const { scores } = imagine(compiled, scored, [change]);
  return {
    change,
    place,
    possible: !contradictsItself(compiled, scored.coded, [change]),
    added: scores.map((score, disease) => (score === -Infinity ? 0 : score - (scored.scores[disease] ?? 0))),
  };
}

/**
 * Pairs of changes of different findings after which the first disease may have been overtaken, with the scores. What
 * two families of findings add is independent, so that only pairs within a family have to be scored anew.
 */
function* pairsOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  singles: readonly Single[],
  formerFirst: number,
): Generator<readonly [Single[], Float64Array]> {
  for (const [at, one] of singles.entries()) {
    for (const other of singles.slice(at + 1)) {
      const changes = [one.change, other.change];
      if (one.change.finding === other.change.finding) continue;
      if (familyOf(compiled, one.change.finding) === familyOf(compiled, other.change.finding)) {
        if (contradictsItself(compiled, scored.coded, changes)) continue;
        yield [[one, other], imagine(compiled, scored, changes).scores];
      } else if (one.possible && other.possible && mayOvertake(scored.scores, one, other, formerFirst)) {
        yield [[one, other], sum(sum(scored.scores, one.added), other.added)];
      }
    }
  }
}

/** Whether two independent changes let some disease reach the first one. */
function mayOvertake(scores: Float64Array, one: Single, other: Single, first: number): boolean {
  const after = (disease: number): number =>
    (scores[disease] ?? 0) + (one.added[disease] ?? 0) + (other.added[disease] ?? 0);
  const toReach = after(first) - TIE;
  for (let disease = 0; disease < scores.length; disease += 1) {
    if (disease !== first && after(disease) >= toReach) return true;
  }
  return false;
}

function overtaking(
  compiled: CompiledKnowledge,
  formerFirst: number,
  group: readonly Single[],
  scores: Float64Array,
): Candidate[] {
  const [first, second] = leadersByScore(compiled, scores, 2);
  if (first === undefined || first === formerFirst) return [];
  const lead = (scores[first] ?? 0) - (scores[second ?? first] ?? 0);
  return [
    { changes: group.map(({ change }) => change), first, lead, places: group.map(({ place }) => place) },
  ];
}

function best(candidates: readonly Candidate[]): Overtaking | undefined {
  const [first] = sortDescending(candidates, ({ lead }) => lead, comparePlaces);
  return first;
}

function comparePlaces({ places: a }: Candidate, { places: b }: Candidate): number {
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

function sum(scores: Float64Array, added: Float64Array): Float64Array {
  return scores.map((score, disease) => score + (added[disease] ?? 0));
}
