import { entropyOf } from '../compile/outcome-model';
import { type OutcomeTable } from '../compile/outcome-table';
import { type Probabilities } from '../ranking/soft-max';

/** The bits of `informationOf` for every finding, by index, in one pass over all links. */
export function bitsOfFindings(
  { linksFrom, chancesFrom, diseases, entropies, given, elsewhere, entropiesElsewhere }: OutcomeTable,
  { diseases: probabilities }: Probabilities,
): Float64Array {
  const bits = new Float64Array(elsewhere.length);
  for (let finding = 0; finding < bits.length; finding += 1) {
    const from = linksFrom[finding] ?? 0;
    const count = (linksFrom[finding + 1] ?? 0) - from;
    let unlisted = 1;
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      const probability = probabilities[diseases[from + at] ?? 0] ?? 0;
      unlisted -= probability;
      left += probability * (entropies[from + at] ?? 0);
    }
    let sum = -left - unlisted * (entropiesElsewhere[finding] ?? 0);
    const chances = elsewhere[finding] ?? [];
    let first = chancesFrom[finding] ?? 0;
    for (let outcome = 0; outcome < chances.length; outcome += 1) {
      let chance = unlisted * (chances[outcome] ?? 0);
      for (let at = 0; at < count; at += 1) {
        chance += (probabilities[diseases[from + at] ?? 0] ?? 0) * (given[first + at] ?? 0);
      }
      sum += entropyOf(chance);
      first += count;
    }
    bits[finding] = Math.max(0, sum);
  }
  return bits;
}
