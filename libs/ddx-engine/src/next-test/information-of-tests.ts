import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EngineCase } from '../model/case';
import { type CaseMix, type EngineParameters } from '../model/parameters';
import { type EngineOutcome } from '../model/rejection';
import { checkAndScore } from '../ranking/rank';
import { bitsOfFindings } from './bits-of-findings';
import { offerOf } from './next-tests';

/** What a test may still tell of this patient. */
export interface TestInformation {
  readonly testId: string;
  /** Expected information gain in bits, as in the list of next tests; 0 where nothing is left to learn. */
  readonly bits: number;
}

/**
 * What single tests may tell, whether or not they would stand in the list of next tests. A test that the knowledge does
 * not hold is left out.
 *
 * @returns the tests in the order asked for, or why the case cannot be scored
 * @throws RangeError where a parameter lies outside its range
 */
export function informationOfTests(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  testIds: readonly string[],
  { caseMix = 'teaching' }: { readonly caseMix?: CaseMix } = {},
): EngineOutcome<readonly TestInformation[]> {
  const scored = checkAndScore(compiled, parameters, engineCase, caseMix);
  if (!scored.ok) return scored;
  const bits = bitsOfFindings(compiled.outcomes, scored.value.probabilities);
  const value = testIds.flatMap((testId): TestInformation | [] => {
    const test = compiled.tests.find(({ definition }) => definition.id === testId);
    if (test === undefined) return [];
    return { testId, bits: offerOf(compiled, scored.value, test, bits)?.bits ?? 0 };
  });
  return { ok: true, value };
}
