import { type Calendar } from './calendar';
import { type Wait } from './course';

/**
 * So many places, taken in the order of asking: servers of a queue, connections of a pool, a lock. The place that is given
 * is the one that has been free for longest, as the worker that has waited for longest gets the next job.
 */
export class Places<Place> {
  private readonly free: Place[];
  private readonly waiting: ((place: Place) => void)[] = [];
  private head = 0;
  private readonly count: number;
  private busyMs = 0;
  private since = 0;

  constructor(
    private readonly calendar: Calendar,
    places: readonly Place[],
  ) {
    this.free = [...places];
    this.count = places.length;
  }

  take(given: (place: Place) => void): void {
    const place = this.free.shift();
    if (place === undefined) this.waiting.push(given);
    else {
      this.reckon(this.free.length + 1);
      given(place);
    }
  }

  release(place: Place): void {
    const next = this.waiting[this.head];
    if (next === undefined) {
      this.reckon(this.free.length);
      this.free.push(place);
      return;
    }
    this.head += 1;
    if (this.head * 2 > this.waiting.length) {
      this.waiting.splice(0, this.head);
      this.head = 0;
    }
    next(place);
  }

  get queued(): number {
    return this.waiting.length - this.head;
  }

  /** Share of all places that was taken, on average since the beginning. */
  get utilisation(): number {
    this.reckon(this.free.length);
    return this.calendar.now === 0 ? 0 : this.busyMs / this.count / this.calendar.now;
  }

  /** @param freeUntilNow how many were free up to now */
  private reckon(freeUntilNow: number): void {
    this.busyMs += (this.count - freeUntilNow) * (this.calendar.now - this.since);
    this.since = this.calendar.now;
  }
}

/** So many servers that are all alike, for whoever knows how long they take. */
export class Servers {
  private readonly places: Places<number>;

  constructor(
    private readonly calendar: Calendar,
    count: number,
  ) {
    this.places = new Places(
      calendar,
      Array.from({ length: count }, (_, place) => place),
    );
  }

  /** Waits for a server and keeps it for so long. */
  serve(ms: number): Wait {
    return this.hold((free) => this.calendar.after(ms, free));
  }

  /** Waits for a server and keeps it as long as something else takes. */
  hold(meanwhile: Wait): Wait {
    return (resume) =>
      this.places.take((place) =>
        meanwhile(() => {
          this.places.release(place);
          resume();
        }),
      );
  }

  get utilisation(): number {
    return this.places.utilisation;
  }
}
