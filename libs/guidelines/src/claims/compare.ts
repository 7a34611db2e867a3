import { type Held } from './held';
import { agreementOf } from './quantities';
import { type Element, type ReadQuantity, type ReadSentence } from './read-sentence';
import { type TermWeights } from './term-weights';
import { type Comparison } from './verdict';

/**
 * Holds a claim against what some sentences of a passage hold.
 *
 * @param subjects - ids of the diseases that both speak of: their names need not be repeated
 */
export function compare(
  claim: ReadSentence,
  held: Held,
  weights: TermWeights,
  subjects: readonly string[],
): Comparison {
  const elements = claim.elements.filter(({ concepts }) => !concepts.some((id) => subjects.includes(id)));
  let [total, met, opposed, count] = [0, 0, 0, 0];
  for (const element of elements) {
    const weight = mean(element.terms.map(weights));
    const same = shareIn(element, element.denied ? held.denied : held.affirmed);
    const other = shareIn(element, element.denied ? held.affirmed : held.denied);
    total += weight;
    met += weight * Math.max(same, other);
    opposed += weight * Math.max(0, other - same);
    count += Number(Math.max(same, other) > 0);
  }
  const numbers = numbersOf(claim.quantities, held.quantities);
  return total === 0
    ? { met: 0, opposed: 0, count, numbers }
    : { met: met / total, opposed: opposed / total, count, numbers };
}

/** A name stands there by whatever word, or as far as its words do. */
function shareIn({ concepts, terms }: Element, keys: ReadonlySet<string>): number {
  if (concepts.some((id) => keys.has(`concept:${id}`))) return 1;
  return mean(terms.map((term) => Number(keys.has(term))));
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function numbersOf(claimed: readonly ReadQuantity[], held: readonly ReadQuantity[]): Comparison['numbers'] {
  const each = claimed.map((quantity) => numberIn(quantity, held));
  if (each.every((number) => number === 'same')) return 'same';
  return each.includes('differs') ? 'differs' : 'open';
}

/** Another number of the same measure differs only where it is the only one there, or of the same thing. */
function numberIn(claimed: ReadQuantity, held: readonly ReadQuantity[]): Comparison['numbers'] {
  const comparable = held.filter(({ measures }) => measures === claimed.measures);
  if (comparable.some((other) => agreementOf(claimed, other) === 'same')) return 'same';
  const alike = comparable.filter(({ of }) => of[0] !== undefined && of[0] === claimed.of[0]);
  const [one, ...more] = alike.length > 0 ? alike : claimed.measures === '' ? [] : comparable;
  return one !== undefined && more.length === 0 ? agreementOf(claimed, one) : 'open';
}
