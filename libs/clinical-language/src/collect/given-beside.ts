import { type QuantityRead } from '../measure/quantity-read';
import { type GivenBeside } from '../model/vocabulary';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Statement } from './statement';

type Named = Pick<QuantityRead, 'findingId' | 'tests'>;

const givenOf = ({ findings }: CompiledVocabulary, { findingId }: Named, test: number) =>
  findings.get(findingId)?.decidedBy?.[test]?.given;

const allNamed = ({ findingId, tests, further = [] }: QuantityRead): readonly Named[] => [
  { findingId, ...(tests && { tests }) },
  ...further,
];

/** Whether what a value decides depends on others: urine is inappropriately concentrated beside a low sodium only. */
export const dependsOnOthers = (quantity: QuantityRead, vocabulary: CompiledVocabulary): boolean =>
  allNamed(quantity).some((one) => one.tests?.some((test) => givenOf(vocabulary, one, test) !== undefined));

/**
 * A value with what it decides beside the others.
 *
 * @param measured what the other values say
 * @returns nothing where it decides nothing beside them
 */
export function besideOthers(
  quantity: QuantityRead,
  measured: readonly Statement[],
  vocabulary: CompiledVocabulary,
): QuantityRead | undefined {
  const isTold = ({ finding, states }: GivenBeside): boolean =>
    measured.some(
      ({ findingId, presence, state = '' }) =>
        findingId === finding && (states === undefined ? presence === 'present' : states.includes(state)),
    );
  const deciding = allNamed(quantity).flatMap(({ findingId, tests }): Named[] => {
    const holding = tests?.filter((test) => {
      const given = givenOf(vocabulary, { findingId }, test);
      return given === undefined || isTold(given);
    });
    return holding?.length === 0 ? [] : [{ findingId, ...(holding && { tests: holding }) }];
  });
  const [first, ...further] = deciding;
  const { further: _further, tests: _tests, ...value } = quantity;
  return first && { ...value, ...first, ...(further.length > 0 && { further }) };
}
