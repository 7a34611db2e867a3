import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { knownOutcome } from '../evidence/known-outcome';
import { type NextTest, type TestRationale } from '../model/answer';
import { type EngineTest } from '../model/knowledge';
import { compareIds } from '../numeric/order';
import { type ScoredCase } from '../ranking/scored-case';
import { outcomesOfFinding } from './finding-information';
import { findingModel } from './finding-model';
import { forecast, type PossibleOutcome } from './forecast';
import { type Information, informationOf } from './information';
import { mostInformative } from './offers';
import { patternModel, possiblePatterns } from './test-model';
import { thresholdCrossings } from './threshold-crossings';

/** Diseases named as those that a test separates. */
const MOST_SEPARATED = 3;

interface TestOffer {
  readonly test: EngineTest;
  readonly place: number;
  readonly information: Information;
  readonly possible: readonly PossibleOutcome[];
}

/** What to order next: tests by the information they would bring, none dearer than `costCeiling`. */
export function nextTests(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  costCeiling = Number.POSITIVE_INFINITY,
): NextTest[] {
  const affordable = compiled.source.tests
    .filter(({ cost }) => cost.tier <= costCeiling)
    .sort((a, b) => compareIds(a.id, b.id));
  const offers = affordable.flatMap((test, place) => offerOf(compiled, scored, test, place) ?? []);
  return mostInformative(offers).map((offer) => present(compiled, scored, offer));
}

function offerOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  test: EngineTest,
  place: number,
): TestOffer | undefined {
  if (test.outcomes === undefined) return offerOfBestFinding(compiled, scored, test, place);
  const patterns = possiblePatterns(compiled, scored.coded, test.outcomes);
  if (patterns.length < 2) return undefined;
  const information = informationOf(patternModel(compiled, patterns), scored.probabilities);
  const possible = patterns.map(({ id, observations }, at) => ({
    outcome: id,
    probability: information.chances[at] ?? 0,
    observations,
  }));
  return { test, place, information, possible };
}

/** A test without result patterns is represented by its single most informative finding. */
function offerOfBestFinding(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  test: EngineTest,
  place: number,
): TestOffer | undefined {
  const open = test.findings
    .map((id) => compiled.findingIndex.get(id) ?? -1)
    .filter((finding) => knownOutcome(compiled, scored.coded, finding) === undefined)
    .map((finding) => ({
      finding,
      information: informationOf(findingModel(compiled, finding), scored.probabilities),
    }))
    .sort((a, b) => b.information.bits - a.information.bits || a.finding - b.finding);
  const [best] = open;
  if (best === undefined) return undefined;
  const possible = outcomesOfFinding(compiled, best.finding, best.information);
  return { test, place, information: best.information, possible };
}

function present(compiled: CompiledKnowledge, scored: ScoredCase, offer: TestOffer): NextTest {
  const { test, information, possible } = offer;
  const forecasts = possible.map((one) => forecast(compiled, scored, one));
  const crossings = thresholdCrossings(compiled, scored, forecasts);
  return {
    testId: test.id,
    expectedInformationGain: information.bits,
    valueForMustNotMiss: crossings.value,
    cost: { tier: test.cost.tier, invasiveness: test.invasiveness, turnaround: test.turnaround },
    outcomes: forecasts.map(({ shown }) => shown),
    rationale: rationaleOf(compiled, information, crossings.diseases),
  };
}

function rationaleOf(
  compiled: CompiledKnowledge,
  { byDisease }: Information,
  crossing: readonly number[],
): TestRationale[] {
  const idOf = (disease: number): string => compiled.diseases[disease]?.id ?? '';
  const separated = byDisease.filter(({ bits }) => bits > 0).slice(0, MOST_SEPARATED);
  const separates: TestRationale = {
    code: 'separates',
    params: { diseaseIds: separated.map(({ disease }) => idOf(disease)) },
  };
  if (crossing.length === 0) return [separates];
  const diseaseIds = crossing.map(idOf);
  return [separates, { code: 'may-cross-must-not-miss-threshold', params: { diseaseIds } }];
}
