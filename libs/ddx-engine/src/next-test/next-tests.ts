import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type OutcomeModel } from '../compile/outcome-model';
import { knownOutcome } from '../evidence/known-outcome';
import { type NextTest, type TestRationale } from '../model/answer';
import { type EngineTest } from '../model/knowledge';
import { compareIds } from '../numeric/order';
import { type ScoredCase } from '../ranking/scored-case';
import { outcomesOfFinding } from './finding-information';

import { forecast, type PossibleOutcome } from './forecast';
import { type Information, informationOf, mostToldAbout } from './information';
import { mostInformative } from './offers';
import { patternModel, possiblePatterns } from './test-model';
import { thresholdCrossings } from './threshold-crossings';

/** Diseases named as those that a test separates. */
const MOST_SEPARATED = 3;

interface TestOffer {
  readonly test: EngineTest;
  readonly place: number;
  readonly model: OutcomeModel;
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
  const model = patternModel(compiled, patterns);
  const information = informationOf(model, scored.probabilities);
  const possible = patterns.map(({ id, observations }, at) => ({
    outcome: id,
    probability: information.chances[at] ?? 0,
    observations,
  }));
  return { test, place, model, information, possible };
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
    .flatMap((finding) => {
      const model = compiled.findings[finding]?.model;
      return model === undefined
        ? []
        : [{ finding, model, information: informationOf(model, scored.probabilities) }];
    })
    .sort((a, b) => b.information.bits - a.information.bits || a.finding - b.finding);
  const [best] = open;
  if (best === undefined) return undefined;
  const { finding, model, information } = best;
  return { test, place, model, information, possible: outcomesOfFinding(compiled, finding, information) };
}

function present(compiled: CompiledKnowledge, scored: ScoredCase, offer: TestOffer): NextTest {
  const { test, model, information, possible } = offer;
  const forecasts = possible.map((one) => forecast(compiled, scored, one));
  const crossings = thresholdCrossings(compiled, scored, forecasts);
  return {
    testId: test.id,
    expectedInformationGain: information.bits,
    valueForMustNotMiss: crossings.value,
    cost: { tier: test.cost.tier, invasiveness: test.invasiveness, turnaround: test.turnaround },
    outcomes: forecasts.map(({ shown }) => shown),
    rationale: rationaleOf(
      compiled,
      mostToldAbout(model, scored.probabilities, information, MOST_SEPARATED),
      crossings.diseases,
    ),
  };
}

function rationaleOf(
  compiled: CompiledKnowledge,
  separated: readonly number[],
  crossing: readonly number[],
): TestRationale[] {
  const idsOf = (diseases: readonly number[]): string[] =>
    diseases.map((disease) => compiled.diseases[disease]?.id ?? '');
  const separates: TestRationale = { code: 'separates', params: { diseaseIds: idsOf(separated) } };
  if (crossing.length === 0) return [separates];
  return [separates, { code: 'may-cross-must-not-miss-threshold', params: { diseaseIds: idsOf(crossing) } }];
}
