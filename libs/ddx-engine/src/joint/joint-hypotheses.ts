import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedRow } from '../evidence/coded-row';
import { type JointHypothesis } from '../model/answer';
import { TIE } from '../numeric/bounds';
import { sortDescending } from '../numeric/order';
import { sumOf } from '../numeric/sum';
import { leaders, type ScoredCase } from '../ranking/scored-case';
import { pairRows, type SingleView, singleView } from './pair-hypothesis';
import { pairPrior } from './pair-prior';

/** Leading diseases of which pairs are made. */
const PAIRED = 12;

/** Observed findings (not denials) with the log likelihood ratio of the row that they stand behind. */
type Support = ReadonlyMap<number, number>;

interface Single extends SingleView {
  readonly support: Support;
}

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
  const singles = leaders(compiled, scored, PAIRED).map((disease): Single => {
    const view = singleView(compiled, scored, disease);
    const rows = [...view.families.values()].flatMap((family) => family.rows);
    return { ...view, support: supportOf(compiled, rows) };
  });
  const pairs = singles
    .flatMap((one, at) => singles.slice(at + 1).map((other) => [one, other] as const))
    .flatMap(([one, other], place) => pairOf(compiled, scored, one, other, place) ?? []);
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

function pairOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  one: Single,
  other: Single,
  place: number,
): Pair | undefined {
  const rows = pairRows(compiled, scored, one, other);
  const together = supportOf(compiled, rows);
  const gained = [gainOver(one.support, together), gainOver(other.support, together)];
  if (gained.some((findings) => findings.length === 0)) return undefined;
  const { relation, contribution } = pairPrior(compiled, scored, one.disease, other.disease);
  return {
    place,
    diseases: [one.disease, other.disease],
    score: contribution + sumOf(inIdOrder(rows), (row) => row.contribution),
    explains: [...new Set(gained.flat())].sort((a, b) => a - b),
    relation,
  };
}

/** The findings that the pair explains, and better than the single disease does. */
function gainOver(alone: Support, together: Support): number[] {
  return [...together]
    .filter(([finding, ratio]) => ratio > TIE && ratio > (alone.get(finding) ?? 0) + TIE)
    .map(([finding]) => finding);
}

function supportOf(compiled: CompiledKnowledge, rows: readonly CodedRow[]): Support {
  const support = new Map<number, number>();
  for (const { finding, outcome, origins, logLikelihoodRatio } of rows) {
    if (compiled.findings[finding]?.binary && outcome === ABSENT) continue;
    for (const origin of origins) {
      support.set(origin, Math.max(logLikelihoodRatio, support.get(origin) ?? -Infinity));
    }
  }
  return support;
}

/** Sums must not depend on the order of the input. */
function inIdOrder(rows: readonly CodedRow[]): CodedRow[] {
  return [...rows].sort((a, b) => a.finding - b.finding || a.outcome - b.outcome);
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
