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
  private front = END;

  constructor(private readonly lists: readonly Int32Array[]) {
    this.linkAt = new Int32Array(lists.length);
    this.heads = new Int32Array(lists.length);
    this.fronts = new Int32Array(lists.length);
    this.start();
  }

  /** Goes back to the first disease. */
  start(): void {
    const { lists, heads, fronts } = this;
    this.front = END;
    heads.fill(0);
    for (let slot = 0; slot < lists.length; slot += 1) {
      const first = lists[slot]?.[0] ?? END;
      fronts[slot] = first;
      if (first < this.front) this.front = first;
    }
  }

  /** The disease that comes next; -1 after the last. */
  get disease(): number {
    return this.front === END ? -1 : this.front;
  }

  /** Steps over the disease that comes next, and says in which lists it was. */
  take<T>(none: LinkPattern<T>): LinkPattern<T> {
    const { lists, heads, fronts, linkAt, front } = this;
    let pattern = none;
    let place = 0;
    let lowest = END;
    for (let slot = 0; slot < fronts.length; slot += 1) {
      let disease = fronts[slot] ?? END;
      if (disease === front) {
        const head = heads[slot] ?? 0;
        pattern = pattern.with(slot);
        linkAt[place] = head;
        place += 1;
        heads[slot] = head + 1;
        disease = lists[slot]?.[head + 1] ?? END;
        fronts[slot] = disease;
      }
      if (disease < lowest) lowest = disease;
    }
    this.front = lowest;
    return pattern;
  }
}
