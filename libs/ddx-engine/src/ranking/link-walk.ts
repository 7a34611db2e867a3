import { type LinkPattern } from './link-pattern';

/** Stands at the head of a list that has come to its end: above every index. */
const END = 0x7fffffff;

/**
 * Goes through lists of diseases, each ascending, abreast: every disease is met once, with all the lists that it is in.
 * No table of diseases is needed.
 */
export class LinkWalk {
  /** Where the disease met last stands in the lists that it is in, in their order. */
  readonly linkAt: Int32Array;
  private readonly heads: Int32Array;
  private readonly fronts: Int32Array;

  constructor(private readonly lists: readonly Int32Array[]) {
    this.linkAt = new Int32Array(lists.length);
    this.heads = new Int32Array(lists.length);
    this.fronts = Int32Array.from(lists, (list) => list[0] ?? END);
  }

  /** The next disease; -1 after the last. */
  next(): number {
    let lowest = END;
    for (let slot = 0; slot < this.fronts.length; slot += 1) {
      const disease = this.fronts[slot] ?? END;
      if (disease < lowest) lowest = disease;
    }
    return lowest === END ? -1 : lowest;
  }

  /** Steps over the disease that is next, and says in which lists it was. */
  take<T>(disease: number, none: LinkPattern<T>): LinkPattern<T> {
    let pattern = none;
    let place = 0;
    for (let slot = 0; slot < this.fronts.length; slot += 1) {
      if (this.fronts[slot] !== disease) continue;
      const head = this.heads[slot] ?? 0;
      pattern = pattern.with(slot);
      this.linkAt[place] = head;
      place += 1;
      this.heads[slot] = head + 1;
      this.fronts[slot] = this.lists[slot]?.[head + 1] ?? END;
    }
    return pattern;
  }
}
