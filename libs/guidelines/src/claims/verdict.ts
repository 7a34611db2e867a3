/** How much of a claim stands in a stretch of a passage. Shares are of the claim's information, 0 to 1. */
export interface Comparison {
  /** Share that stands there at all. */
  readonly met: number;
  /** Share that stands there only with the opposite polarity. */
  readonly opposed: number;
  /** Names and words that stand there. */
  readonly count: number;
  /** `same`: all numbers of the claim stand there, or it has none. `differs`: one stands there as another. */
  readonly numbers: 'same' | 'differs' | 'open';
}

/** A rule says what is so or what to do. A warning may name the mistake instead ("Suicide not asked about"): its polarity says nothing. */
export type ClaimNature = 'rule' | 'warning';

/** Share that a passage must hold, with its polarity, to support a claim; in the other language, to lean towards it. */
const SUPPORTS = 0.65;
const LEANS_TOWARDS = 0.35;
/** Share that must stand there before it can contradict; in the other language, before it can lean that way. */
const SPEAKS_OF_IT = 0.75;
const TOUCHES_IT = 0.5;
/** Share that must stand there with the opposite polarity to deny the claim. */
const DENIES = 0.4;
/** Fewer names and words in common say nothing. */
const FEWEST_TO_SUPPORT = 2;
const FEWEST_TO_CONTRADICT = 3;

/** Whether a stretch holds a claim's terms, numbers and polarity. */
export const supports = ({ met, opposed, count, numbers }: Comparison): boolean =>
  count >= FEWEST_TO_SUPPORT && met - opposed >= SUPPORTS && numbers === 'same';

/** What the other language must show where one supports. */
export const leansTowards = ({ met, opposed, numbers }: Comparison): boolean =>
  met - opposed >= LEANS_TOWARDS && opposed < DENIES && numbers !== 'differs';

/** Whether a stretch speaks of just what is claimed, with another number or the opposite polarity. */
export const contradicts = (comparison: Comparison, nature: ClaimNature): boolean =>
  comparison.count >= FEWEST_TO_CONTRADICT &&
  comparison.met >= SPEAKS_OF_IT &&
  isContrary(comparison, nature);

/** What the other language must show where one contradicts. */
export const leansAgainst = (comparison: Comparison, nature: ClaimNature): boolean =>
  comparison.met >= TOUCHES_IT && isContrary(comparison, nature);

const isContrary = ({ opposed, numbers }: Comparison, nature: ClaimNature): boolean =>
  numbers === 'differs' || (nature === 'rule' && opposed >= DENIES);
