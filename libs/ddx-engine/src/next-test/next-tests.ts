import { type CompiledKnowledge, type CompiledTest, type ResultPattern } from '../compile/compiled-knowledge';
import { type OutcomeModel } from '../compile/outcome-model';
import { type NextTest, type TestRationale } from '../model/answer';
import { mayConcern } from '../ranking/restrictions';
import { type ScoredCase } from '../ranking/scored-case';
import { bitsOfFindings } from './bits-of-findings';
import { outcomesOfFinding } from './finding-information';
import { forecast, type PossibleOutcome } from './forecast';
import { type Information, informationOf, mostToldAbout } from './information';
import { mostInformative } from './offers';
import { bestFindingOf, modelOfTest, possiblePatterns } from './test-model';
import { thresholdCrossings } from './threshold-crossings';

/** Diseases named as those that a test separates. */
const MOST_SEPARATED = 3;

/** What a test that is shown may bring. */
interface Expectation {
  readonly model: OutcomeModel;
  readonly information: Information;
  readonly possible: readonly PossibleOutcome[];
}

interface TestOffer {
  readonly test: CompiledTest;
  readonly place: number;
  readonly bits: number;
  /** Worked out for the tests shown only. */
  readonly expectation: () => Expectation;
}

/**
 * What to order next: tests by the information they would bring, none dearer than `costCeiling`.
 *
 * @param bits those of all findings, where they are known already
 */
export function nextTests(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  costCeiling = Number.POSITIVE_INFINITY,
  bits = bitsOfFindings(compiled.outcomes, scored.probabilities),
): NextTest[] {
  const offers = compiled.tests.flatMap((test, place): TestOffer | [] => {
    const { cost, onlyIf } = test.definition;
    if (cost.tier > costCeiling || !mayConcern(onlyIf, scored.coded.patient)) return [];
    const offer = offerOf(compiled, scored, test, bits);
    return offer ? { ...offer, test, place } : [];
  });
  return mostInformative(offers).map((offer) => present(compiled, scored, offer));
}

type NamelessOffer = Pick<TestOffer, 'bits' | 'expectation'>;

/** What a test may bring; undefined where nothing is left to learn from it. */
export const offerOf = (
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  test: CompiledTest,
  bits: Float64Array,
): NamelessOffer | undefined =>
  test.patterns
    ? offerOfPatterns(compiled, scored, test, test.patterns)
    : offerOfBestFinding(compiled, scored, test, bits);

function offerOfPatterns(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  test: CompiledTest,
  patterns: readonly ResultPattern[],
): NamelessOffer | undefined {
  const left = possiblePatterns(compiled, scored.coded, patterns);
  if (left.length < 2) return undefined;
  const model = modelOfTest(compiled, test, left);
  const information = informationOf(model, scored.probabilities);
  const possible = left.map(({ id, observations }, at) => ({
    outcome: id,
    probability: information.chances[at] ?? 0,
    observations,
  }));
  return { bits: information.bits, expectation: () => ({ model, information, possible }) };
}

/** A test without result patterns is represented by its single most informative finding. */
function offerOfBestFinding(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  test: CompiledTest,
  bits: Float64Array,
): NamelessOffer | undefined {
  const best = bestFindingOf(compiled, scored.coded, test, bits);
  const model = compiled.findings[best]?.model;
  if (model === undefined) return undefined;
  const expectation = (): Expectation => {
    const information = informationOf(model, scored.probabilities);
    return { model, information, possible: outcomesOfFinding(compiled, best, information) };
  };
  return { bits: bits[best] ?? 0, expectation };
}

function present(compiled: CompiledKnowledge, scored: ScoredCase, offer: TestOffer): NextTest {
  const test = offer.test.definition;
  const { model, information, possible } = offer.expectation();
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
