import { sortDescending } from '../numeric/order';

/** Questions or tests shown at most. */
const MOST_OFFERED = 10;

/** What brings less than a thousandth of a bit would not change the list. */
const LEAST_BITS = 0.001;

interface Offer {
  /** Place in the order of ids, for ties. */
  readonly place: number;
  readonly bits: number;
}

export function tellsSomething(bits: number): boolean {
  return bits >= LEAST_BITS;
}

/** The most informative first, without those that would tell nothing. */
export function mostInformative<T extends Offer>(offers: readonly T[]): T[] {
  return sortDescending(
    offers.filter(({ bits }) => tellsSomething(bits)),
    ({ bits }) => bits,
    (a, b) => a.place - b.place,
  ).slice(0, MOST_OFFERED);
}
