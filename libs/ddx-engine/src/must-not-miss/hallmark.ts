import { ABSENT, type CompiledDisease, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { numberOfLink } from '../compile/link-numbers';
import { type CodedCase, type CodedObservation } from '../evidence/coded-case';
import { type FindingStage } from '../model/knowledge';
import { TIE } from '../numeric/bounds';
import { compareIds } from '../numeric/order';

/**
 * From this likelihood ratio on a finding is of the kind that often settles a question (Jaeschke, Guyatt and Sackett,
 * JAMA 1994;271:703: above 10, or below 0.1).
 */
const RATIO_OF_HALLMARK = 10;

/** How sure a hallmark must be. */
const CERTAINTY_OF_HALLMARK = 0.9;

/** How directly a finding shows the disease: what was told, seen, measured, depicted. */
const DIRECTNESS: Readonly<Record<FindingStage, number>> = {
  history: 0,
  examination: 1,
  laboratory: 2,
  imaging: 3,
};

/**
 * Ids of the observed findings against which a negative result can't exclude the disease: each by itself speaks for it
 * at least as strongly as the result against it, and shows it at least as directly. A scan overrules what was told; a
 * denial doesn't overrule the self-harm that happened, nor one quiet tracing the delta wave.
 *
 * @param excluding index of the finding whose observed outcome would exclude
 */
export function hallmarksAgainst(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  disease: CompiledDisease,
  excluding: number,
): string[] {
  const negative = coded.observations.get(excluding);
  if (negative === undefined) return [];
  const against = logRatioOf(compiled, disease, excluding, negative.outcome);
  const least = Math.max(Math.log(RATIO_OF_HALLMARK), -against);
  const speaking = [...coded.observations.values()].filter(
    (observed) =>
      observed.finding !== excluding &&
      observed.certainty >= CERTAINTY_OF_HALLMARK &&
      observed.outcome !== absenceOf(compiled, observed) &&
      directness(compiled, observed.finding) >= directness(compiled, excluding) &&
      strength(compiled, disease, observed) >= least - TIE,
  );
  return speaking.map(({ finding }) => compiled.findings[finding]?.id ?? '').sort(compareIds);
}

const directness = ({ findings }: CompiledKnowledge, finding: number): number =>
  DIRECTNESS[findings[finding]?.stage ?? 'history'];

/** A hallmark is something that is there. */
const absenceOf = ({ findings }: CompiledKnowledge, { finding }: CodedObservation): number | undefined =>
  findings[finding]?.binary === true ? ABSENT : undefined;

/** Log likelihood ratio of what was observed: of the finding itself, or of what it is a kind of. */
function strength(
  compiled: CompiledKnowledge,
  disease: CompiledDisease,
  { finding, outcome }: CodedObservation,
): number {
  if (disease.linkOf.has(finding)) return logRatioOf(compiled, disease, finding, outcome);
  const above = (compiled.taxonomy.ancestors[finding] ?? []).find((one) => disease.linkOf.has(one));
  return above === undefined ? 0 : logRatioOf(compiled, disease, above, PRESENT);
}

function logRatioOf(
  compiled: CompiledKnowledge,
  { linkOf }: CompiledDisease,
  finding: number,
  outcome: number,
): number {
  const ratio = numberOfLink(compiled, linkOf.get(finding) ?? -1, 'logRatio', outcome);
  return Number.isNaN(ratio) ? 0 : ratio;
}
