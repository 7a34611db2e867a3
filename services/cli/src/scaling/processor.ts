import { type Calendar } from './calendar';
import { type Wait } from './course';

interface Work {
  /** The share of a core that each had been given, summed over time, when this one is done. */
  readonly doneAt: number;
  readonly resume: () => void;
}

/**
 * Cores that are shared by whoever wants to run: each gets a whole core, or all of them the same share where there are fewer
 * cores than that (processor sharing). Since all have the same share, one clock that goes at its pace serves all.
 */
export class Processor {
  private readonly running: Work[] = [];
  private shared = 0;
  private since = 0;
  private busyMs = 0;
  private plan = 0;

  constructor(
    private readonly calendar: Calendar,
    private readonly cores: number,
  ) {}

  /** Waits until so much processor time has been had. */
  use(ms: number): Wait {
    return (resume) => {
      this.advance();
      const work = { doneAt: this.shared + ms, resume };
      const place = this.running.findIndex(({ doneAt }) => doneAt > work.doneAt);
      if (place === -1) this.running.push(work);
      else this.running.splice(place, 0, work);
      this.planNext();
    };
  }

  /** Share of all cores that ran, on average since the beginning. */
  get utilisation(): number {
    this.advance();
    return this.calendar.now === 0 ? 0 : this.busyMs / this.cores / this.calendar.now;
  }

  private get share(): number {
    return Math.min(1, this.cores / this.running.length);
  }

  private advance(): void {
    const passed = this.calendar.now - this.since;
    this.since = this.calendar.now;
    if (this.running.length === 0) return;
    this.shared += passed * this.share;
    this.busyMs += passed * Math.min(this.cores, this.running.length);
  }

  private planNext(): void {
    const [first] = this.running;
    this.plan += 1;
    if (first === undefined) return;
    const { plan } = this;
    this.calendar.after(Math.max(0, first.doneAt - this.shared) / this.share, () => {
      // somebody has come or gone since
      if (plan === this.plan) this.finish(first);
    });
  }

  private finish(work: Work): void {
    this.advance();
    this.running.shift();
    this.planNext();
    work.resume();
  }
}
