import { type CaseMix } from '@openrounds/contracts';
import { type CaseOutcome, type GoldMap, outcomeOf, type RankedGoldCase } from '@openrounds/evaluation';
import { type Line } from '../io/lines';
import { type CaseRanker } from '../ranking/case-ranker';
import { type LineRanking, rankedLine, type RankedLine, rankingOfLine } from '../ranking/ranked-line';
import { type CodedFindings } from './coded-findings';
import { type CodedText } from './facts-of-text';
import { type GoldLine, readGoldLine } from './gold-line';
import { knownDiseases } from './known-diseases';

/** The longest list that the command line gives: a diagnosis beyond it counts as not found. */
export const LISTED = 50;

export interface EvaluationInput {
  readonly lines: AsyncIterable<Line> | Iterable<Line>;
  readonly gold: GoldMap;
  readonly ranker: CaseRanker;
  readonly caseMix: CaseMix;
  /** Coded findings by case id; they then take the place of the narrative. */
  readonly coded?: ReadonlyMap<string, CodedFindings>;
}

/** A case held against its gold standard, and how it was read and ranked. */
export interface EvaluatedCase {
  readonly outcome: CaseOutcome;
  readonly ranking: LineRanking;
  /** What it is grouped by, where that did not go into its ranking. */
  readonly groupedAs?: GoldLine['groupedAs'];
  /** What a careful reader coded in its text, where somebody did. */
  readonly coded?: CodedText | undefined;
}

/** Ranks every case that has a gold standard, as `rank` does, and holds it against that. */
export async function* evaluateCases({
  lines,
  gold,
  ranker,
  caseMix,
  coded,
}: EvaluationInput): AsyncGenerator<EvaluatedCase> {
  const known = knownDiseases(ranker.bundle);
  for await (const line of lines) {
    const goldLine = readGoldLine(line);
    const given = goldLine && lineToRank(goldLine, line, coded);
    if (goldLine === undefined || given === undefined) continue;
    const ranking = rankingOfLine(given, ranker, LISTED, caseMix);
    const ranked = rankedCase(goldLine, rankedLine(ranking, ranker.bundle));
    yield {
      outcome: outcomeOf(ranked, gold, known),
      ranking,
      groupedAs: goldLine.groupedAs,
      coded: goldLine.coded,
    };
  }
}

/** With coded findings, only the cases that have them, and nothing of their text. */
function lineToRank(goldLine: GoldLine, line: Line, coded: EvaluationInput['coded']): Line | undefined {
  if (coded === undefined) return line;
  const findings = coded.get(goldLine.id)?.findings;
  return (
    findings && { text: JSON.stringify({ ...goldLine, narrative: undefined, labs: undefined, findings }) }
  );
}

function rankedCase({ id, gold }: GoldLine, ranked: RankedLine): RankedGoldCase {
  return { id, labels: gold, ranking: 'error' in ranked ? null : ranked };
}
