/** Least time between two redrawings, in milliseconds. */
const REDRAW_MS = 100;
/** Between two looks at the clock while a single thing is done. */
const TICK_MS = 1_000;
/** Of a comma, the seconds of an hour and their unit. */
const WIDEST_TIME = 10;

/** Counts on one line of a terminal; says nothing anywhere else. */
export class Progress {
  private done = 0;
  private failed = 0;
  private drawnAt = 0;
  private readonly startedAt = performance.now();

  /** @param what - what is counted */
  constructor(
    private readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean },
    private readonly what = 'cases',
  ) {}

  count(failed: boolean): void {
    this.done += 1;
    if (failed) this.failed += 1;
    const now = performance.now();
    if (now - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = now;
    this.draw();
  }

  /** Says what is being done, and for how long, until it is done. */
  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    if (!this.err.isTTY) return work();
    const begun = performance.now();
    const tell = (): void => {
      const seconds = Math.floor((performance.now() - begun) / 1000);
      this.err.write(`\r${what}, ${String(seconds)} s `);
    };
    tell();
    const clock = setInterval(tell, TICK_MS);
    try {
      return await work();
    } finally {
      clearInterval(clock);
      this.err.write(`\r${' '.repeat(what.length + WIDEST_TIME)}\r`);
    }
  }

  finish(): void {
    if (!this.err.isTTY) return;
    this.draw();
    this.err.write('\n');
  }

  private draw(): void {
    if (!this.err.isTTY) return;
    const seconds = (performance.now() - this.startedAt) / 1000;
    const failed = this.failed === 0 ? '' : `, ${String(this.failed)} with an error`;
    this.err.write(`\r${String(this.done)} ${this.what}${failed}, ${seconds.toFixed(1)} s `);
  }
}
