interface Entry {
  readonly time: number;
  /** Of two at the same time the one that was entered first happens first. */
  readonly order: number;
  readonly act: () => void;
}

/** The clock of a simulation, in milliseconds, and what is still to happen: a binary heap, the earliest on top. */
export class Calendar {
  now = 0;
  private readonly heap: Entry[] = [];
  private entered = 0;

  after(delay: number, act: () => void): void {
    this.entered += 1;
    this.heap.push({ time: this.now + delay, order: this.entered, act });
    this.rise(this.heap.length - 1);
  }

  /** Lets everything happen up to a time, and leaves the clock there. */
  runUntil(end: number): void {
    for (let next = this.heap[0]; next !== undefined && next.time <= end; next = this.heap[0]) {
      this.removeFirst();
      this.now = next.time;
      next.act();
    }
    this.now = end;
  }

  /** Lets everything happen that is entered, and that follows from it. */
  runOut(): void {
    for (let next = this.heap[0]; next !== undefined; next = this.heap[0]) this.runUntil(next.time);
  }

  private removeFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink(0);
  }

  private rise(from: number): void {
    for (let place = from; place > 0;) {
      const parent = (place - 1) >> 1;
      if (!this.isBefore(place, parent)) return;
      this.swap(place, parent);
      place = parent;
    }
  }

  private sink(from: number): void {
    for (let place = from; ;) {
      const left = 2 * place + 1;
      const right = left + 1;
      let least = place;
      if (this.isBefore(left, least)) least = left;
      if (this.isBefore(right, least)) least = right;
      if (least === place) return;
      this.swap(place, least);
      place = least;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.time < b.time || (a.time === b.time && a.order < b.order);
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a === undefined || b === undefined) return;
    this.heap[one] = b;
    this.heap[other] = a;
  }
}
