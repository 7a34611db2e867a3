/** A wording that a sentence says nearly whole. */
export interface Likeness {
  readonly findingId: string;
  /** The concepts of the wording that are said. */
  readonly said: readonly string[];
  /** How much of what the wording tells is said: 1 is all of it. */
  readonly cover: number;
}

/** The wordings of findings, held against what a sentence says. */
export interface LikenessIndex {
  /**
   * The wordings that are said nearly whole, of each finding the nearest; the nearest first.
   *
   * @param said the concepts of a sentence, each with how nearly it is said (1 itself, less what is a kind of it)
   */
  nearest(said: ReadonlyMap<string, number>): readonly Likeness[];
}

/** Less than this of a wording says nothing, nor does it speak against another. */
export const LEAST_COVER = 0.65;
/** What is said of a wording must tell so much (in nats), or it fits everything. */
export const LEAST_TOLD = 7.5;
/** A wording of fewer concepts is told as it stands or not at all. */
export const LEAST_SAID = 2;
