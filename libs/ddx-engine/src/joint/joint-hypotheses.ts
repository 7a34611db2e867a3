import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type JointHypothesis } from '../model/answer';
import { sortDescending } from '../numeric/order';
import { sumOf } from '../numeric/sum';
import { leaders, type ScoredCase } from '../ranking/scored-case';
import { type FamilyView, noteGains } from './family-view';
import { pairViews, type SingleView, singleView } from './pair-hypothesis';
import { pairPrior } from './pair-prior';

/** Leading diseases of which pairs are made. */
const PAIRED = 12;

interface Pair extends Pick<JointHypothesis, 'relation'> {
  /** Place in the order of pairs of leading diseases, for ties. */
  readonly place: number;
  readonly diseases: readonly [number, number];
  readonly score: number;
  readonly explains: readonly number[];
}

/**
 * Pairs of the 12 leading diseases that together explain what neither does alone: each of the two leaves some finding
 * less well explained than the pair does. A separate view: its probabilities are those of a list in which the pairs
 * shown compete with every single disease and Other.
 */
export function jointHypotheses(compiled: CompiledKnowledge, scored: ScoredCase): JointHypothesis[] {
  const singles = leaders(compiled, scored, PAIRED).map((disease) => singleView(compiled, scored, disease));
  const pairs = pairsOf(compiled, scored, singles);
  const odds = logSumOfOdds(scored, pairs);
  const shown = sortDescending(
    pairs,
    ({ score }) => score,
    (a, b) => a.place - b.place,
  );
  return shown.map(({ diseases: [a, b], score, explains, relation }) => ({
    diseaseIds: [compiled.diseases[a]?.id ?? '', compiled.diseases[b]?.id ?? ''],
    probability: Math.exp(score - odds),
    explains: explains.map((finding) => compiled.findings[finding]?.id ?? ''),
    relation,
  }));
}

function pairsOf(compiled: CompiledKnowledge, scored: ScoredCase, singles: readonly SingleView[]): Pair[] {
  const pairs: Pair[] = [];
  let place = 0;
  for (const [at, one] of singles.entries()) {
    for (const other of singles.slice(at + 1)) {
      const pair = pairOf(compiled, scored, one, other, place);
      if (pair !== undefined) pairs.push(pair);
      place += 1;
    }
  }
  return pairs;
}

function pairOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  one: SingleView,
  other: SingleView,
  place: number,
): Pair | undefined {
  const together = pairViews(compiled, scored, one, other);
  const overOne = gainsOver(one, together);
  if (overOne.length === 0) return undefined;
  const overOther = gainsOver(other, together);
  if (overOther.length === 0) return undefined;
  const { relation, contribution } = pairPrior(compiled, scored, one.disease, other.disease);
  return {
    place,
    diseases: [one.disease, other.disease],
    score: contribution + sumOf(together, (view) => view.contribution),
    explains: [...new Set([...overOne, ...overOther])].sort((a, b) => a - b),
    relation,
  };
}

/** An observed finding belongs to one family, so that families can be compared one by one. */
function gainsOver({ families }: SingleView, together: readonly FamilyView[]): number[] {
  const gained: number[] = [];
  for (let at = 0; at < together.length; at += 1) {
    const alone = families[at]?.view;
    const both = together[at];
    if (alone !== undefined && both !== undefined) noteGains(alone, both, gained);
  }
  return gained;
}

/** Natural log of the summed odds, against Other, of all single diseases, Other and the pairs. */
function logSumOfOdds({ scores }: ScoredCase, pairs: readonly Pair[]): number {
  let highest = 0;
  for (const score of scores) highest = Math.max(highest, score);
  for (const { score } of pairs) highest = Math.max(highest, score);
  let odds = Math.exp(-highest);
  for (const score of scores) odds += Math.exp(score - highest);
  for (const { score } of pairs) odds += Math.exp(score - highest);
  return highest + Math.log(odds);
}
