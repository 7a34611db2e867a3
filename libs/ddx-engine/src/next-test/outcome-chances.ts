import { type CompiledKnowledge, type CompiledTest } from '../compile/compiled-knowledge';
import { type OutcomeModel } from '../compile/outcome-model';
import { type EngineCase } from '../model/case';
import { type CaseMix, type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { checkAndScore } from '../ranking/rank';
import { type ScoredCase } from '../ranking/scored-case';
import { bitsOfFindings } from './bits-of-findings';
import { bestFindingOf, modelOfTest, possiblePatterns } from './test-model';

/** P(outcome | disease) of a test: each list sums to 1 over `outcomes`. */
export interface TestOutcomes {
  readonly testId: string;
  /** Result patterns, or the states of the finding that stands for the test. */
  readonly outcomes: readonly string[];
  /** In everyone whose disease the knowledge does not link with the test, Other included. */
  readonly elsewhere: readonly number[];
  /** By disease, for those asked for that are linked with the test. */
  readonly given: ReadonlyMap<string, readonly number[]>;
}

/**
 * How the results of tests depend on the disease in a patient of whom so much is known. A test of which nothing is left
 * to learn, or that the knowledge does not hold, is left out. A test without result patterns is represented as in the
 * list of next tests, by its most informative finding.
 *
 * @returns the tests in the order asked for, or why the case cannot be scored
 * @throws RangeError where a parameter lies outside its range
 */
export function outcomeChances(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  wanted: { readonly diseaseIds: readonly string[]; readonly testIds: readonly string[] },
  { caseMix = 'teaching' }: { readonly caseMix?: CaseMix } = {},
): EngineOutcome<readonly TestOutcomes[]> {
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  if (!scored.ok) return scored;
  const bits = bitsOfFindings(compiled.outcomes, scored.value.probabilities);
  const value = wanted.testIds.flatMap((testId): TestOutcomes | [] => {
    const test = compiled.tests.find(({ definition }) => definition.id === testId);
    const model = test && modelLeft(compiled, scored.value, test, bits);
    return model === undefined ? [] : { testId, ...chancesOf(compiled, model, wanted.diseaseIds) };
  });
  return { ok: true, value };
}

/** What a test may still tell; undefined where nothing is left. */
function modelLeft(
  compiled: CompiledKnowledge,
  { coded }: ScoredCase,
  test: CompiledTest,
  bits: Float64Array,
): OutcomeModel | undefined {
  if (test.patterns === undefined)
    return compiled.findings[bestFindingOf(compiled, coded, test, bits)]?.model;
  const left = possiblePatterns(compiled, coded, test.patterns);
  return left.length < 2 ? undefined : modelOfTest(compiled, test, left);
}

function chancesOf(
  compiled: CompiledKnowledge,
  { outcomes, elsewhere, diseases, given }: OutcomeModel,
  diseaseIds: readonly string[],
): Omit<TestOutcomes, 'testId'> {
  const wanted = new Set(diseaseIds);
  const rows = [...diseases].flatMap((disease, at): [string, readonly number[]][] => {
    const id = compiled.diseases[disease]?.id ?? '';
    return wanted.has(id) ? [[id, given.map((column) => column[at] ?? NaN)]] : [];
  });
  return { outcomes, elsewhere: [...elsewhere], given: new Map(rows) };
}
