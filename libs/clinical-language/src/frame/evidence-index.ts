/** The findings that something said tells of, and how much. */
export interface Telling {
  /** Numbers of findings, each once. */
  readonly findings: Uint16Array;
  /** Parts of a nat, for each of them: {@link PARTS_OF_NAT}. */
  readonly parts: Uint8Array;
}

/** What words tell of findings: weights of evidence, learned from wordings and phrases. */
export interface EvidenceIndex {
  /** How many findings there are; their numbers begin at 0. */
  readonly size: number;
  findingAt(number: number): string;
  /** One of these must be said for the finding to be meant; none where nothing must. */
  neededBy(number: number): readonly string[];
  /** What a concept tells; of all other findings it says a little that they are not meant: {@link WORD_OF_ANOTHER}. */
  of(concept: string): Telling | undefined;
}

export const PARTS_OF_NAT = 20;

/** Of the words in a stretch that speaks of a finding so many belong to its wordings; the others are there in any text. */
export const OWN_WORDS = 0.7;

/** What a word tells of a finding that no wording of it has, in nats. */
export const WORD_OF_ANOTHER = Math.log(1 - OWN_WORDS);
