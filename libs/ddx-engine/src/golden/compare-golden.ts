import { compileKnowledge } from '../compile/compile-knowledge';
import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type NextQuestion } from '../model/answer';
import { type EvidenceRow } from '../model/evidence';
import { type RankedDisease } from '../model/ranking';
import { questionAbout } from '../next-test/finding-information';
import { checkAndScore, rankScored } from '../ranking/rank';
import { type Comparison, compareValues } from './compare-values';
import { type GoldenCase, type GoldenFile, isGoldenFile } from './golden-format';
import { goldenCase, goldenKnowledge } from './golden-knowledge';

export interface GoldenReport {
  /** Largest absolute difference over all numbers; NaN and infinities count as they are. */
  readonly largestDifference: number;
  /** Every number off by more than 1e-9 and every difference of order, shape, text or error. */
  readonly problems: readonly string[];
}

/**
 * Computes every case of a golden file and compares it with what the file expects.
 *
 * @param file the parsed JSON of the file; what does not have its format is reported as a problem
 */
export function compareGolden(file: unknown): GoldenReport {
  if (!isGoldenFile(file)) {
    return { largestDifference: 0, problems: ['the file does not have the format of a golden file'] };
  }
  const comparison: Comparison = { largestDifference: 0, problems: [] };
  attempt('knowledge', comparison, () => {
    const compiled = compileKnowledge(goldenKnowledge(file));
    for (const one of file.cases)
      attempt(one.id, comparison, () => compareCase(compiled, file, one, comparison));
  });
  return comparison;
}

/** One case that cannot be computed must not hide the others. */
function attempt(path: string, { problems }: Comparison, compare: () => void): void {
  try {
    compare();
  } catch (error) {
    problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function compareCase(
  compiled: CompiledKnowledge,
  file: GoldenFile,
  golden: GoldenCase,
  comparison: Comparison,
): void {
  const path = golden.id;
  const scored = checkAndScore(compiled, file.parameters, goldenCase(golden), golden.caseMix ?? 'teaching');
  if (!scored.ok) {
    compareValues(path, { error: scored.rejection }, golden.expected, comparison);
    return;
  }
  const ranked = rankScored(compiled, scored.value, compiled.diseases.length);
  compareOrder(path, ranked.differential, golden.expected, comparison);
  const actual = {
    differential: ranked.differential.map(diseaseInGoldenForm),
    other: ranked.other.probability,
    excluded: ranked.excluded.map(({ diseaseId }) => diseaseId),
  };
  compareValues(path, actual, golden.expected, comparison);
  if (golden.nextFindings === undefined && golden.expectedNext === undefined) return;
  const next = (golden.nextFindings ?? []).map(
    (id) => [id, questionAbout(compiled, scored.value, id)] as const,
  );
  const forecasts = Object.fromEntries(next.map(([id, question]) => [id, questionInGoldenForm(question)]));
  compareValues(`${path}.next`, forecasts, golden.expectedNext, comparison);
}

/** Says in one line that the order differs: the differences place by place that follow are hard to read. */
function compareOrder(
  path: string,
  actual: readonly RankedDisease[],
  expected: unknown,
  { problems }: Comparison,
): void {
  const { differential } = (expected ?? {}) as { readonly differential?: unknown };
  if (!Array.isArray(differential)) return;
  const wanted = differential.map((entry: { readonly disease?: unknown } | null) => String(entry?.disease));
  const computed = actual.map(({ diseaseId }) => diseaseId);
  if (wanted.join() !== computed.join()) {
    problems.push(`${path}: order expected ${wanted.join(', ')}; computed ${computed.join(', ')}`);
  }
}

function diseaseInGoldenForm(ranked: RankedDisease): object {
  return {
    disease: ranked.diseaseId,
    score: ranked.score,
    priorContribution: ranked.priorContribution,
    evidence: ranked.evidence.map(rowInGoldenForm),
    probability: ranked.probability,
  };
}

function rowInGoldenForm(row: EvidenceRow): object {
  return {
    finding: row.findingId,
    from: row.from,
    state: row.state ?? row.presence,
    certainty: row.certainty,
    match: row.match === 'unexplained' ? 'unexplained' : 'linked',
    logLikelihoodRatio: row.logLikelihoodRatio,
    weight: row.weight,
    contribution: row.contribution,
  };
}

function questionInGoldenForm(question: NextQuestion | null): object | null {
  if (question === null) return null;
  const outcomes = question.outcomes.map(({ outcome, probability, topAfter, otherAfter }) => [
    outcome,
    { probability, topAfter: topAfter.map((one) => [one.diseaseId, one.probability]), otherAfter },
  ]);
  return {
    informationGain: question.expectedInformationGain,
    outcomes: Object.fromEntries(outcomes) as object,
  };
}
