/** Parts of a nat, so that what a word tells is a whole number. */
export const PARTS_OF_NAT = 20;

/** Of the words in a stretch that speaks of a finding so many belong to its wordings; the others are there in any text. */
export const OWN_WORDS = 0.7;

/** What a word tells of a finding that no wording of it has, in nats. */
export const WORD_OF_ANOTHER = Math.log(1 - OWN_WORDS);

/** What words tell of findings: weights of evidence, counted from wordings and phrases. */
export interface EvidenceIndex {
  /** How many findings there are; their numbers begin at 0. */
  readonly size: number;
  findingAt(number: number): string;
  /** One of these must be said for the finding to be meant; none where nothing must. */
  neededBy(number: number): readonly string[];
  /** Calls for each finding that a concept tells of, once, with the parts of a nat. Of all others it tells {@link WORD_OF_ANOTHER}. */
  forEachTold(concept: string, told: (finding: number, parts: number) => void): void;
  /** Whether a concept tells of a finding. */
  tells(concept: string, finding: number): boolean;
}

const MOST_PARTS = 255;
const BITS_OF_PARTS = 8;

/** What is told of a finding, as one number: which finding, and how many parts of a nat. */
export const telling = (finding: number, nats: number): number =>
  (finding << BITS_OF_PARTS) | Math.min(MOST_PARTS, Math.round(nats * PARTS_OF_NAT));

/** The number of the finding that is told of. */
export const toldOf = (told: number): number => told >>> BITS_OF_PARTS;
/** How many parts of a nat are told. */
export const partsTold = (told: number): number => told & MOST_PARTS;
