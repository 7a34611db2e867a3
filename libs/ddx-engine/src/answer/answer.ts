import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type AnswerOptions, type DifferentialEntry, type EngineAnswer } from '../model/answer';
import { type EngineCase } from '../model/case';
import { type EngineParameters } from '../model/parameters';
import { type RankedDisease } from '../model/ranking';
import { type Sensitivity } from '../model/sensitivity';
import { type EngineOutcome } from '../model/rejection';
import { jointHypotheses } from '../joint/joint-hypotheses';
import { mustNotMissList } from '../must-not-miss/must-not-miss';
import { bitsOfFindings } from '../next-test/bits-of-findings';
import { nextQuestions } from '../next-test/next-questions';
import { nextTests } from '../next-test/next-tests';
import { checkAndScore, rankScored } from '../ranking/rank';
import { type ScoredCase } from '../ranking/scored-case';
import { sensitivityOfScored } from '../sensitivity/sensitivity-of';
import { sufficiencyOf } from '../sufficiency/sufficiency';
import { unexplainedFindings } from '../sufficiency/unexplained-findings';
import { diseaseThresholds } from '../thresholds/disease-thresholds';
import { summaryOf } from './summary';

const DEFAULT_TOP = 10;
const LARGEST_TOP = 50;

/**
 * Everything the engine has to say about a case: the list with its evidence, what must not be missed, what to ask and
 * test next, and how far to trust it. Free of language: every reason is a code with parameters.
 *
 * @returns the answer, or why the case cannot be scored
 * @throws RangeError where a parameter or `topN` lies outside its range
 */
export function answer(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  options: AnswerOptions = {},
): EngineOutcome<EngineAnswer> {
  const { topN = DEFAULT_TOP, caseMix = 'teaching' } = options;
  if (!Number.isInteger(topN) || topN < 1 || topN > LARGEST_TOP) {
    throw new RangeError(`topN ${topN} is not a whole number from 1 to ${LARGEST_TOP}`);
  }
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  return scored.ok ? { ok: true, value: answerOf(compiled, scored.value, topN, options) } : scored;
}

function answerOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  topN: number,
  { includeNextTests = true, includeIntervals = true, seedText = '', costCeiling, raised }: AnswerOptions,
): EngineAnswer {
  const { differential, other, ...list } = rankScored(compiled, scored, topN);
  const mustNotMiss = mustNotMissList(compiled, scored, raised);
  const drawn = mustNotMiss.shown.map(({ diseaseId }) => diseaseId);
  const bits = includeNextTests ? bitsOfFindings(compiled.outcomes, scored.probabilities) : undefined;
  const listed = differential.map(({ diseaseId }) => diseaseId);
  const sensitivity = includeIntervals
    ? sensitivityOfScored(compiled, scored, drawn, seedText, listed)
    : undefined;
  return {
    sufficiency: sufficiencyOf(compiled, scored),
    differential: differential.map((ranked) => entryOf(compiled, scored, ranked, sensitivity)),
    ...list,
    other: { ...other, interval: sensitivity?.other ?? null },
    mustNotMiss: mustNotMiss.shown,
    mustNotMissMore: mustNotMiss.more,
    unexplainedFindings: unexplainedFindings(compiled, scored),
    jointHypotheses: jointHypotheses(compiled, scored),
    nextQuestions: bits ? nextQuestions(compiled, scored, bits) : [],
    nextTests: bits ? nextTests(compiled, scored, costCeiling, bits) : [],
  };
}

function entryOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  ranked: RankedDisease,
  sensitivity: Sensitivity | undefined,
): DifferentialEntry {
  const { diseaseId } = ranked;
  const thresholds = diseaseThresholds(compiled, scored, compiled.diseaseIndex.get(diseaseId) ?? -1);
  return {
    ...ranked,
    interval: sensitivity?.diseases.find((drawn) => drawn.diseaseId === diseaseId)?.interval ?? null,
    summary: summaryOf(compiled, scored, ranked),
    ...(thresholds === undefined ? {} : { thresholds }),
  };
}
