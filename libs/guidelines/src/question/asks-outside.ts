/** Half of the words known speaks neither for guidance nor against it. */
const HALF = 0.5;

/** All words known speaks for guidance as much as twelve to one, none known as much against it. */
const KNOWN_WEIGHT = 5;

/**
 * Whether a question asks for what no guidance on patients says.
 *
 * @param outside - how likely that is by the way it asks, from 0 to 1
 * @param known - share of the information in its words that all that is said of its disease has, from 0 to 1: the price of a
 * drug names drug and disease, but nobody speaks of prices there
 */
export const asksOutside = (outside: number, known: number): boolean =>
  logOdds(outside) > KNOWN_WEIGHT * (known - HALF);

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));
