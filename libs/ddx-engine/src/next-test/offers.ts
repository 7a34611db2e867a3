import { sortDescending } from '../numeric/order';
import { type Information } from './information';

/** Questions or tests shown at most. */
const MOST_OFFERED = 10;

/** What brings less than a thousandth of a bit would not change the list. */
const LEAST_BITS = 0.001;

interface Offer {
  /** Place in the order of ids, for ties. */
  readonly place: number;
  readonly information: Information;
}

/** The most informative first, without those that would tell nothing. */
export function mostInformative<T extends Offer>(offers: readonly T[]): T[] {
  const telling = offers.filter(({ information }) => information.bits >= LEAST_BITS);
  return sortDescending(
    telling,
    ({ information }) => information.bits,
    (a, b) => a.place - b.place,
  ).slice(0, MOST_OFFERED);
}
