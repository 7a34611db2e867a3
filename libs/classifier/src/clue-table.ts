import { FREE, FULL, placeIn } from './clue-places';

/**
 * What each clue tells of each class, in a table in which a clue stands at or behind the place that it names. A clue that is not
 * there tells nothing: to let clues share places would let strange ones speak, and most clues of a new text are strange.
 */
export class ClueTable {
  private readonly clues: Uint32Array;
  private readonly weights: Int8Array;

  /** @param weights of each clue, class by class */
  constructor(
    clues: Uint32Array,
    weights: Int8Array,
    private readonly classes: number,
  ) {
    let size = 1;
    while (size * FULL < clues.length + 1) size *= 2;
    this.clues = new Uint32Array(size);
    this.weights = new Int8Array(size * classes);
    clues.forEach((clue, at) => {
      const place = placeIn(this.clues, clue);
      this.clues[place] = clue;
      this.weights.set(weights.subarray(at * classes, (at + 1) * classes), place * classes);
    });
  }

  /**
   * Adds up what clues tell of each class.
   *
   * @param sums where that is written
   * @returns how many of them tell anything
   */
  sum(clues: ArrayLike<number>, sums: Int32Array): number {
    const { classes, weights } = this;
    sums.fill(0);
    let known = 0;
    for (let at = 0; at < clues.length; at += 1) {
      const place = placeIn(this.clues, clues[at] ?? FREE);
      if (this.clues[place] === FREE) continue;
      known += 1;
      for (let label = 0; label < classes; label += 1)
        sums[label] = (sums[label] ?? 0) + (weights[place * classes + label] ?? 0);
    }
    return known;
  }
}
