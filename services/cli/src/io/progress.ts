/** Least time between two redrawings, in milliseconds. */
const REDRAW_MS = 100;
/** Between two looks at the clock while a single thing is done. */
const TICK_MS = 1_000;
/** Nothing where there is nothing to say; that it cannot be told is no fault of the work. */
export type HowFar = () => Promise<string | undefined> | undefined;

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

  /**
   * Says what is being done, and for how long, until it is done.
   *
   * @param howFar - asked once a second on a terminal; what it says stands behind, until it says something else
   */
  async during<T>(what: string, work: () => Promise<T>, howFar: HowFar = () => undefined): Promise<T> {
    if (!this.err.isTTY) return work();
    const line = new Doing(this.err, what);
    line.tell();
    const clock = setInterval(() => {
      line.tell();
      line.ask(howFar);
    }, TICK_MS);
    try {
      return await work();
    } finally {
      clearInterval(clock);
      line.end();
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

/** The line that says what is being done. */
class Doing {
  private readonly begun = performance.now();
  private far = '';
  private isAsking = false;
  private hasEnded = false;
  private widest = 0;

  constructor(
    private readonly err: NodeJS.WritableStream,
    private readonly what: string,
  ) {}

  tell(): void {
    const seconds = Math.floor((performance.now() - this.begun) / 1000);
    this.write(`${this.what}${this.far}, ${String(seconds)} s`);
  }

  /** One question at a time: a slow answer is waited for. */
  ask(howFar: HowFar): void {
    if (this.isAsking) return;
    this.isAsking = true;
    void Promise.resolve(howFar())
      .catch(() => undefined)
      .then((far) => {
        this.isAsking = false;
        if (far === undefined || this.hasEnded) return;
        this.far = `, ${far}`;
        this.tell();
      });
  }

  end(): void {
    this.hasEnded = true;
    this.write('');
    this.err.write('\r');
  }

  /** Over what stood there. */
  private write(text: string): void {
    this.widest = Math.max(this.widest, text.length);
    this.err.write(`\r${text.padEnd(this.widest)} `);
  }
}
